import type { Meaning } from '../domain/annotation.ts';
import type { Settings } from '../domain/settings.ts';

let own: Settings['meaningNames'] = {};

/** Sets the names that the reader gave to meanings. */
export function setMeaningNames(names: Settings['meaningNames']): void {
  own = names;
}

/** The reader's own name of a meaning, or undefined. */
export const ownMeaningName = (meaning: Meaning): string | undefined => own[meaning];
