import type { MarksSummary } from '#shared/domain/annotation.ts';

export type ReadingState = 'unread' | 'reading' | 'read';

/** From here on an article counts as read: the last lines need not be scrolled to. */
const READ_FROM = 0.98;

/** How far the reader has come in an article; without marks it was never opened. */
export function readingStateOf(marks: MarksSummary | undefined): ReadingState {
  if (!marks?.reading) return 'unread';
  return marks.reading.progress >= READ_FROM ? 'read' : 'reading';
}
