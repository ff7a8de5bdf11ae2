import type { Meaning } from '../domain/annotation.ts';
import type { Settings } from '../domain/settings.ts';
import { translate } from './translate.ts';

let own: Settings['meaningNames'] = {};

/** Gives the meanings the names that the reader chose. */
export function setMeaningNames(names: Settings['meaningNames']): void {
  own = names;
}

/** What a meaning is called: by the reader, else by the interface. */
export const meaningName = (meaning: Meaning): string =>
  own[meaning] ?? translate(`hl.role.${meaning}`);
