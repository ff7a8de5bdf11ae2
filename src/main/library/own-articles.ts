import type { ArticleId } from '#shared/domain/article.ts';
import { succeed } from '#shared/domain/result.ts';
import { ArticleLoader, compareWithFolders } from './article-loader.ts';
import { createBin } from './bin.ts';
import { Catalogue } from './catalogue.ts';
import { checkArticles } from './check-articles.ts';
import { copyDetails } from './copy-details.ts';
import { isMadeFrom } from './damage.ts';
import { KnownArticles } from './known-articles.ts';
import { type OriginalNames, createOriginalNames } from './original-names.ts';
import type { OwnArticles, OwnArticlesOptions } from './own-articles-types.ts';
import { createOwnChanges, onDisk } from './own-changes.ts';
import { OwnFiles } from './own-files.ts';
import { ownPaths } from './own-paths.ts';

export type { OwnArticles } from './own-articles-types.ts';

/** Opens the reader's own articles. It never throws; unreadable files are moved to quarantine. */
export function openOwnArticles(options: OwnArticlesOptions): OwnArticles {
  const { dataFolder, fs, now, readOnly, onDamaged, onCorrected } = options;
  const isWriter = readOnly === null;
  const paths = ownPaths(dataFolder);
  const files = new OwnFiles(fs, paths, now);
  const names = createOriginalNames(fs, paths);
  const bin = createBin(fs, paths, now);
  const known = new KnownArticles(new Catalogue(fs, paths, { isWriter }));
  let isOpen = false;
  let isClosed = false;
  const report = (id: ArticleId) => isOpen && onDamaged?.(id);
  const loader = new ArticleLoader({ files, known, isWriter, onDamaged: report });
  const parts = { files, known, loader, bin, isWriter, readOnly };
  if (isWriter) files.clearNext();
  const isListed = compareWithFolders(parts);
  isOpen = true;

  return {
    readOnly,
    isListed,
    ...createQueries(known, loader),
    ...createOwnChanges(parts),
    expectChanges: (ids) => known.catalogue.touch(ids),
    leaveDamaged: (id, reason) => known.recordReason(id, reason),
    tidy() {
      if (onDisk(parts, () => known.catalogue.merge()).ok)
        void workWhenIdle({ ...parts, names, onCorrected }, () => isClosed);
    },
    close() {
      isClosed = true;
      known.catalogue.close();
    },
  };
}

interface IdleParts {
  readonly files: OwnFiles;
  readonly known: KnownArticles;
  readonly loader: ArticleLoader;
  readonly names: OriginalNames;
  readonly onCorrected: OwnArticlesOptions['onCorrected'];
}

async function workWhenIdle(
  { files, known, loader, names, onCorrected }: IdleParts,
  isStopped: () => boolean,
): Promise<void> {
  const { summaries } = known.catalogue;
  await copyDetails({ files, names }, [...summaries.values()], isStopped);
  const seen = new Map(summaries);
  await checkArticles([...seen.values()], {
    files,
    isStopped,
    onDoubt(id) {
      const before = summaries.get(id);
      // The article is written again during the check, such as by a restore, so the doubt says nothing.
      if (before !== seen.get(id) || known.catalogue.isChanging(id)) return;
      // Loading decides whether the article is really damaged, and has it made again.
      const loaded = loader.load(id);
      if (loaded.ok && summaries.get(id) !== before) onCorrected?.(loaded.value.article);
    },
  });
}

type Queries = Pick<
  OwnArticles,
  | 'list'
  | 'summary'
  | 'read'
  | 'findByOriginal'
  | 'findByContent'
  | 'damages'
  | 'findDamage'
  | 'aside'
>;

const createQueries = (known: KnownArticles, loader: ArticleLoader): Queries => ({
  list: () => known.list(),
  summary: (id) => known.find(id),
  read(id) {
    const loaded = loader.read(id);
    return loaded.ok ? succeed(loaded.value.article) : loaded;
  },
  findByOriginal: (sha256) => known.findByOriginal(sha256),
  findByContent: (contentHash) => known.findByContent(contentHash),
  damages: () => [...known.damages.values()],
  findDamage: (sha256) => [...known.damages.values()].find((damage) => isMadeFrom(damage, sha256)),
  aside: () => loader.aside,
});
