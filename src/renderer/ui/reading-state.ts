import type { MarksSummary } from '#shared/domain/anchored-marks.ts';

export type ReadingState = 'unread' | 'reading' | 'read';

/** The share from which an article counts as read, less than 1 because nobody looks at every line long enough. */
const READ_FROM = 0.9;

/**
 * The state of an article. What the reader said counts more than the share that was read. An article that was marked as
 * unread is being read as soon as it is opened again.
 */
export function readingStateOf(marks: MarksSummary | undefined): ReadingState {
  const reading = marks?.reading ?? null;
  const said = marks?.shelf?.finished ?? null;
  if (said?.is) return 'read';
  if (said) return reading && reading.openedAt > said.at ? 'reading' : 'unread';
  if (!reading) return 'unread';
  return (marks?.read ?? 0) >= READ_FROM ? 'read' : 'reading';
}
