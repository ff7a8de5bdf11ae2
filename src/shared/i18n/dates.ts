import { formatNumber } from './locale.ts';
import { monthName } from './month-names.ts';
import { translate } from './translate.ts';

/** A date in words, and whether something about it is not certain. */
export interface DescribedDate {
  readonly text: string;
  readonly uncertain: boolean;
}

const PARTS = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/;

/**
 * Writes an EDTF date in the interface's language. What the date leaves open stays open: an unspecified
 * year is left out, and the date is called uncertain.
 *
 * Made by hand: the system's format reads its tables for longer than the first screen takes to draw.
 *
 * @param edtf  such as `2020-09-25`, `XXXX-12-08`, `2021~`; `null` when unknown
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

/** A part of a date as a number; `null` when it is left open. */
function known(part: string | undefined): number | null {
  return part === undefined || part.includes('X') ? null : Number(part);
}
