/** Words of news Arabic that a reader takes in within a minute; a cautious figure for silent reading. */
const WORDS_PER_MINUTE = 180;

/** Whole minutes to read so many words; at least one. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE));
}

/** Whole minutes for what is left of a text, `progress` from 0 to 1; 0 when next to nothing is. */
export function minutesLeft(words: number, progress: number): number {
  return Math.round((words * (1 - progress)) / WORDS_PER_MINUTE);
}
