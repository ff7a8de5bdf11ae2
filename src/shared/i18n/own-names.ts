import type { Meaning } from '../domain/annotation.ts';
import type { Settings } from '../domain/settings.ts';

let own: Settings['meaningNames'] = {};

/** Gives the meanings the names that the reader chose. */
export function setMeaningNames(names: Settings['meaningNames']): void {
  own = names;
}

/** What the reader calls a meaning, if anything. */
export const ownMeaningName = (meaning: Meaning): string | undefined => own[meaning];
