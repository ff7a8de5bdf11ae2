import type { ArticleMarks, MarksSummary } from '#shared/domain/anchored-marks.ts';
import type { Reading } from '#shared/domain/annotation.ts';
import { shareRead } from '#shared/domain/seen-text.ts';
import type { ArticleId } from '#shared/domain/article.ts';

/** Returns what a list shows of an article's marks. */
export function summarizeMarks(articleId: ArticleId, marks: ArticleMarks): MarksSummary {
  return {
    articleId,
    highlights: marks.annotations.length,
    notes: marks.annotations.filter(({ note }) => note.trim() !== '').length,
    bookmarks: marks.bookmarks.length,
    reading: marks.reading && withoutSeen(marks.reading),
    read: marks.reading ? shareRead(marks.reading) : 0,
    shelf: marks.shelf,
  };
}

function withoutSeen(reading: Reading): MarksSummary['reading'] {
  const { seen: _, ...rest } = reading;
  return rest;
}

/** False when the reader never did anything in the article. */
export function hasMarks({ highlights, bookmarks, reading, shelf }: MarksSummary): boolean {
  return highlights > 0 || bookmarks > 0 || reading !== null || shelf !== null;
}
