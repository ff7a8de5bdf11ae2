import type { Shelf, ShelfChange } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { NO_SHELF } from '#shared/domain/defaults.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import { addSeen } from '#shared/domain/seen-text.ts';
import type { Span } from '#shared/domain/span.ts';
import { describeReading } from './describe-place.ts';
import { type MarksError, type MarksParts, commit } from './marks-parts.ts';

/** Where the reader is: an offset in the present text, UTF-16, and the spans that were on the screen meanwhile. */
export interface ReadingPosition {
  readonly offset: number;
  readonly progress: number;
  readonly seen?: readonly Span[];
}

/** Saves the reading position and adds to the text that was seen. */
export function saveReading(
  { library, store, anchors, now, onReading }: MarksParts,
  articleId: ArticleId,
  { offset, progress, seen = [] }: ReadingPosition,
): Result<null, MarksError> {
  const article = library.get(articleId);
  if (!article.ok) return article;
  const openedAt = now().toISOString();
  const text = anchors.text(article.value);
  const before = store.read(articleId).reading;
  const place = describeReading(text, article.value, offset);
  const { place: _, ...kept } = before ?? {};
  const reading = {
    ...kept,
    offset,
    progress,
    openedAt,
    seen: addSeen(before, text.length, seen),
    ...(place && { place }),
  };
  const change = { kind: 'put-reading', articleId, at: openedAt, reading } as const;
  return commit({ store, onChange: onReading }, articleId, [change]);
}

/** Changes the stored fields that are given, and returns the record from before. */
export function putShelf(
  { library, store, now, onReading }: MarksParts,
  articleId: ArticleId,
  { savedAt, finished }: ShelfChange,
): Result<Shelf, MarksError> {
  const article = library.get(articleId);
  if (!article.ok) return article;
  const at = now().toISOString();
  const before = store.read(articleId).shelf ?? NO_SHELF;
  const shelf = {
    savedAt: savedAt === undefined ? before.savedAt : savedAt,
    finished: finished === undefined ? before.finished : finished,
  };
  const change = { kind: 'put-shelf', articleId, at, shelf } as const;
  const saved = commit({ store, onChange: onReading }, articleId, [change]);
  return saved.ok ? succeed(before) : saved;
}
