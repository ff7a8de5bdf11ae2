import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeFramed } from '#main/disk/framed-json.ts';
import { ownPaths } from '#main/library/own-paths.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { type Window, ask } from './torture-app.ts';

/**
 * Two articles whose originals look unused, so that an app that tidies up too much would remove them: one is in the bin,
 * and of the other only a text of a newer version is left.
 */
export interface SetApart {
  readonly ids: readonly ArticleId[];
  /** Moves the first one to the bin while the app runs. */
  remove(window: Window): Promise<void>;
  /** Removes from the other everything that this version understands, while no app runs. */
  hide(): void;
  /** Opens the hidden article, so that it leaves the catalogue, which is the last file that names its original. */
  open(window: Window): Promise<void>;
  /** Returns what is wrong with them. */
  inspect(window: Window, listed: readonly ArticleSummary[]): Promise<readonly string[]>;
  /** Restores the good files of the hidden article, while no app runs. */
  putBack(): void;
  /** Restores the first one from the bin while the app runs. */
  restore(window: Window): Promise<void>;
}

export function createSetApart(
  data: string,
  [binned, hidden]: readonly [ArticleId, ArticleId],
): SetApart {
  const { library, bin } = ownPaths(data);
  const article = join(library, hidden, 'article.json');
  const details = join(library, hidden, 'details.json');
  const good = { article: readFileSync(article), details: readFileSync(details) };
  const open = async (window: Window): Promise<string | undefined> => {
    const answer = await window.invoke('library/get', { articleId: hidden });
    return (answer as { error?: { code: string } } | null)?.error?.code;
  };
  return {
    ids: [binned, hidden],
    remove: async (window) => void (await ask(window, 'library/remove', { articleId: binned })),
    hide() {
      const future = { id: hidden, pages: ['a shape that this version does not know'] };
      writeFileSync(article, encodeFramed({ schemaVersion: 9, data: future }));
      rmSync(details);
    },
    open: async (window) => void (await open(window)),
    async inspect(window, listed) {
      const wrong: string[] = [];
      const isInBin = readdirSync(bin).some((name) => name.startsWith(`${binned}~`));
      if (!isInBin || listed.some(({ id }) => id === binned)) wrong.push(`${binned} left the bin`);
      const trouble = listed.find(({ id }) => id === hidden)?.trouble?.kind;
      if (trouble !== 'newer-unreadable') wrong.push(`${hidden} is ${trouble ?? 'not listed'}`);
      const code = await open(window);
      if (code !== 'library/newer-version') wrong.push(`${hidden} says ${code ?? 'nothing'}`);
      if (existsSync(details)) wrong.push(`${hidden} has details again`);
      return wrong;
    },
    putBack() {
      writeFileSync(article, good.article);
      writeFileSync(details, good.details);
    },
    restore: async (window) => void (await ask(window, 'library/restore', { articleId: binned })),
  };
}
