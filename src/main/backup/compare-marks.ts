import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { BackupCounts, MarkChanges } from '#shared/domain/backup.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';

/** Adds the number of marks of each kind to the counts. */
export function countInto(counts: BackupCounts, { annotations, bookmarks }: ArticleMarks): void {
  if (annotations.length + bookmarks.length > 0) counts.articles += 1;
  counts.annotations += annotations.length;
  counts.notes += annotations.filter(({ note }) => note.trim() !== '').length;
  counts.bookmarks += bookmarks.length;
}

/** Counts what a restore does to the highlights and bookmarks of an article. */
export function compareInto(changes: MarkChanges, from: ArticleMarks, to: ArticleMarks): void {
  compareBy(changes, from.annotations, to.annotations, ({ id }) => id);
  compareBy(changes, from.bookmarks, to.bookmarks, bookmarkKey);
}

function compareBy<Mark>(
  changes: MarkChanges,
  from: readonly Mark[],
  to: readonly Mark[],
  keyOf: (mark: Mark) => string,
): void {
  const before = new Map(from.map((mark) => [keyOf(mark), JSON.stringify(mark)]));
  const after = new Set<string>();
  for (const mark of to) {
    const key = keyOf(mark);
    const known = before.get(key);
    after.add(key);
    if (known === undefined) changes.added += 1;
    else if (known !== JSON.stringify(mark)) changes.changed += 1;
  }
  for (const key of before.keys()) if (!after.has(key)) changes.removed += 1;
}
