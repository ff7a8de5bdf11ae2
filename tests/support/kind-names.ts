import { readFileSync } from 'node:fs';
import type { Meaning } from '../../src/shared/domain/annotation.ts';

const arabic = JSON.parse(readFileSync('src/shared/i18n/messages/ar.json', 'utf8')) as Readonly<
  Record<`hl.role.${Meaning}`, string>
>;

/** The Arabic name of a kind of highlight, as the interface shows it. */
export const kindName = (meaning: Meaning): string => arabic[`hl.role.${meaning}`];
