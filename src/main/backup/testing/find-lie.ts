import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { MAX_NAMED_ARTICLES } from '#shared/domain/limits.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';

/** What a reader sees of a library. */
export interface Seen {
  /** Title and content hash of each own article. */
  readonly articles: ReadonlyMap<string, { readonly title: string; readonly contentHash: string }>;
  /** Highlights and bookmarks as JSON, keyed by article and id. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Returns the marks of an article as entries of `Seen`. */
export const marksOf = (
  articleId: string,
  { annotations, bookmarks }: Pick<ArticleMarks, 'annotations' | 'bookmarks'>,
): [string, string][] => [
  ...annotations.map((each): [string, string] => [`${articleId} ${each.id}`, JSON.stringify(each)]),
  ...bookmarks.map((each): [string, string] => [
    `${articleId} ${bookmarkKey(each)}`,
    JSON.stringify(each),
  ]),
];

/** Returns what the question stated wrongly about the restore; `null` when all of it was true. */
export function findLie(question: BackupOffer, before: Seen, after: Seen): string | null {
  const changed = [...before.articles].flatMap(([id, { title, contentHash }]) => {
    const now = after.articles.get(id);
    return now && now.contentHash !== contentHash ? [{ now: title, next: now.title }] : [];
  });
  const truth = {
    articles: {
      added: [...after.articles.keys()].filter((id) => !before.articles.has(id)).length,
      changed: changed.length,
    },
    marks: {
      added: [...after.marks.keys()].filter((key) => !before.marks.has(key)).length,
      changed: [...after.marks].filter(([key, json]) => (before.marks.get(key) ?? json) !== json)
        .length,
      removed: [...before.marks.keys()].filter((key) => !after.marks.has(key)).length,
    },
    named: Math.min(changed.length, MAX_NAMED_ARTICLES),
    wronglyNamed: [],
    lost: [...before.articles.keys()].filter((id) => !after.articles.has(id)),
  };
  const { articles, marks, changedTitles } = question;
  const titles = new Set(changed.map(toText));
  const said = {
    articles: { added: articles.added, changed: articles.changed },
    marks,
    named: changedTitles.length,
    wronglyNamed: changedTitles.map(toText).filter((title) => !titles.has(title)),
    lost: [],
  };
  const [truly, saidly] = [JSON.stringify(truth), JSON.stringify(said)];
  return truly === saidly ? null : `said ${saidly}, was ${truly}`;
}

const toText = ({ now, next }: { now: string; next: string }): string => `${now} → ${next}`;
