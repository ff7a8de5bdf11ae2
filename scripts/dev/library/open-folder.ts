import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Converter } from '#main/import/import-file.ts';
import { type ImportService, createImportService } from '#main/import/import-service.ts';
import { readBundle } from '#main/library/bundled.ts';
import { createOriginals } from '#main/library/originals.ts';
import { type OwnArticles, openOwnArticles } from '#main/library/own-articles.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { summarize } from '#shared/domain/article.ts';

export interface OpenedLibrary {
  readonly own: OwnArticles;
  readonly imports: ImportService;
}

/** Opens the own articles and their import like the app, but without it. */
export function openLibrary(dataFolder: string, converter: Converter): OpenedLibrary {
  const fs = createNodeFileSystem();
  const now = (): Date => new Date();
  const own = openOwnArticles({ dataFolder, fs, now, readOnly: null });
  const imports = createImportService({
    own,
    originals: createOriginals(dataFolder, fs),
    converter,
    findBundled: bundledByText(),
    now,
    fs,
    dataFolder,
    onArticle: () => undefined,
    onProgress: () => undefined,
    onBug: (bug) => process.stderr.write(`${inspect(bug)}\n`),
  });
  return { own, imports };
}

function bundledByText() {
  const path = join(import.meta.dirname, '../../../out/library/articles.json');
  let summaries = new Map<string, ReturnType<typeof summarize>>();
  try {
    summaries = new Map(readBundle(path).map((each) => [each.contentHash, summarize(each)]));
  } catch {
    // No library was built yet, so only own articles can be known.
  }
  return (contentHash: string) => summaries.get(contentHash);
}
