import type { Meaning } from '../domain/annotation.ts';
import { ownMeaningName } from './own-names.ts';
import { translate } from './translate.ts';

/** The name of a meaning: the reader's own, or else that of the interface. */
export const meaningName = (meaning: Meaning): string =>
  ownMeaningName(meaning) ?? translate(`hl.role.${meaning}`);
