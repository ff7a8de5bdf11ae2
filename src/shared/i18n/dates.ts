import { dateFormat } from './formats.ts';
import { dateLocale, formatNumber } from './locale.ts';
import { translate } from './translate.ts';

/** A date in words, and whether any part of it is uncertain. */
export interface DescribedDate {
  readonly text: string;
  readonly uncertain: boolean;
}

const PARTS = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/;

/**
 * Writes an EDTF date in the language of the interface. Unknown parts stay open: an unspecified year is left out, and
 * the date is called uncertain.
 *
 * @param edtf such as `2020-09-25`, `XXXX-12-08`, `2021~`; `null` when unknown
 */
export function describeDate(edtf: string | null): DescribedDate {
  const unknown = { text: translate('common.noDate'), uncertain: false };
  const match = PARTS.exec(edtf ?? '');
  if (!match) return unknown;
  const [, year = '', month, day, mark] = match;
  const [y, m, d] = [known(year), known(month), known(day)];
  const open = [year, month, day].some((part) => part?.includes('X'));
  if (y === null && m === null) return { ...unknown, uncertain: true };
  const words = [
    m === null || d === null ? null : formatNumber(d),
    m === null ? null : monthName(m),
    y === null ? null : formatNumber(y),
  ];
  const text = words.filter((word) => word !== null).join(' ');
  return { text, uncertain: open || mark !== '' };
}

/** The name of a month in the language of the interface. @param month 1 to 12 */
const monthName = (month: number): string =>
  // Month names are the same in every year, so any year will do.
  dateFormat(dateLocale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2020, month - 1));

/** A part of a date as a number, or `null` when it is unknown. */
function known(part: string | undefined): number | null {
  return part === undefined || part.includes('X') ? null : Number(part);
}
