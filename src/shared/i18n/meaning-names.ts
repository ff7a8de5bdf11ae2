import type { Meaning } from '../domain/annotation.ts';
import { ownMeaningName } from './own-names.ts';
import { translate } from './translate.ts';

/** What a meaning is called: by the reader, else by the interface. */
export const meaningName = (meaning: Meaning): string =>
  ownMeaningName(meaning) ?? translate(`hl.role.${meaning}`);
