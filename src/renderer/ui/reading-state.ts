import type { MarksSummary } from '#shared/domain/anchored-marks.ts';

export type ReadingState = 'unread' | 'reading' | 'read';

/** From here on an article counts as read: the last lines need not be scrolled to. */
const READ_FROM = 0.98;

/** What the reader said counts more than the progress; who opens it again has begun it again. */
export function readingStateOf(marks: MarksSummary | undefined): ReadingState {
  const reading = marks?.reading ?? null;
  const said = marks?.shelf?.finished ?? null;
  if (said?.is) return 'read';
  if (said) return reading && reading.openedAt > said.at ? 'reading' : 'unread';
  if (!reading) return 'unread';
  return reading.progress >= READ_FROM ? 'read' : 'reading';
}
