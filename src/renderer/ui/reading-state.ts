import type { MarksSummary } from '#shared/domain/anchored-marks.ts';

export type ReadingState = 'unread' | 'reading' | 'read';

/** From here on an article counts as read: nobody looks at every line long enough. */
const READ_FROM = 0.9;

/** What the reader said counts more than what was read; who opens it again has begun it again. */
export function readingStateOf(marks: MarksSummary | undefined): ReadingState {
  const reading = marks?.reading ?? null;
  const said = marks?.shelf?.finished ?? null;
  if (said?.is) return 'read';
  if (said) return reading && reading.openedAt > said.at ? 'reading' : 'unread';
  if (!reading) return 'unread';
  return (marks?.read ?? 0) >= READ_FROM ? 'read' : 'reading';
}
