/** Words of news Arabic that a reader takes in within a minute; a cautious figure for silent reading. */
const WORDS_PER_MINUTE = 180;

/** Whole minutes to read so many words; at least one. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE));
}
