import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { storePaths } from '#main/store/paths.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import type { startApp } from '../store/app-process.mjs';

export type App = ReturnType<typeof startApp>;
export type Window = NonNullable<Awaited<ReturnType<App['connect']>>>;

/** Longest import, ms. */
const IMPORT_LIMIT_MS = 600_000;
/** Longest run before the app has tidied its data folder, ms. */
const TIDY_LIMIT_MS = 60_000;

/** Counts the articles that the window does not list, or lists twice. */
export async function countNotListed(window: Window, ids: ReadonlySet<string>): Promise<number> {
  const listed = (await listAll(window)).map(({ id }): string => id);
  const own = listed.filter((id) => id.startsWith('own-'));
  return [...ids].filter((id) => !own.includes(id)).length + own.length - new Set(own).size;
}

/** Returns every article that the window lists. */
export async function listAll(window: Window): Promise<ArticleSummary[]> {
  const all: ArticleSummary[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: { articles: ArticleSummary[]; next: number | null } | null = await ask(
      window,
      'library/list',
      { from },
    );
    all.push(...(page?.articles ?? []));
    from = page?.next ?? null;
  }
  return all;
}

/** Waits for a state of the import; resolves with `null` when the app has ended or the limit has passed. */
export async function untilState(
  window: Window,
  isReached: (state: ImportJobState) => boolean,
): Promise<ImportJobState | null> {
  const limit = Date.now() + IMPORT_LIMIT_MS;
  while (Date.now() < limit) {
    const state = await stateOf(window);
    if (!state || isReached(state)) return state;
    await wait(20);
  }
  return null;
}

/**
 * Waits until the app has tidied its data folder, which means that the present segment of the journal was compacted.
 *
 * @param ids  articles; the first of them whose marks can be changed gets a change
 * @returns false when the limit has passed
 */
export async function untilTidied(
  window: Window,
  data: string,
  ids: readonly string[],
): Promise<boolean> {
  const { journal } = storePaths(data);
  const parts = (): string[] => (existsSync(journal) ? readdirSync(journal).toSorted() : []);
  const change = { savedAt: new Date().toISOString() };
  for (const articleId of ids) if (await ask(window, 'shelf/put', { articleId, change })) break;
  const [first] = parts();
  if (first === undefined) return false;
  const limit = Date.now() + TIDY_LIMIT_MS;
  while (Date.now() < limit) {
    if (!parts().includes(first)) return true;
    await wait(100);
  }
  return false;
}

/** Returns the progress of the import; `null` when the app has ended. */
export function stateOf(window: Window): Promise<ImportJobState | null> {
  return ask(window, 'import/state', {});
}

/** Returns the value of a call from the window; `null` when it failed or the app has ended. */
export async function ask<Value>(
  window: Window,
  channel: string,
  input: object,
): Promise<Value | null> {
  // The contract defines the type of each answer.
  const answer = (await window.invoke(channel, input)) as { ok: boolean; value: Value } | null;
  return answer?.ok ? answer.value : null;
}
