/** What scripts and long tests do with an app that `openApp` has opened. */
import type { ElectronApplication, Page } from '@playwright/test';
import type { Channel } from '#shared/contract/channels.ts';
import type { Input, Output } from '#shared/contract/contract.ts';
import type { Result } from '#shared/domain/result.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';

/** Returns what the main process answers to a call of the window. */
export async function askResult<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Result<Output<C>>> {
  const answer = await page.evaluate(
    ([name, value]) => window.bridge.invoke(name as string, value),
    [channel, input] as const,
  );
  // The contract defines the type of each answer.
  return answer as Result<Output<C>>;
}

/** Returns the value of such an answer. @throws with its code when the call has failed */
export async function ask<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const answer = await askResult(page, channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value;
}

/** Returns every article, as the window reads them: page by page. */
export async function listArticles(page: Page): Promise<ArticleSummary[]> {
  const all: ArticleSummary[] = [];
  for (let from: number | null = 0; from !== null;) {
    const { articles, next }: Output<'library/list'> = await ask(page, 'library/list', { from });
    all.push(...articles);
    from = next;
  }
  return all;
}

/** Makes the system's dialog for opening answer with this path from now on, as if the reader had chosen it. */
export async function chooseInDialog(electron: ElectronApplication, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}
