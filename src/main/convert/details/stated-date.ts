import { EDTF_DATE } from '#shared/domain/limits.ts';
import { type ReadDate, readDate } from './dates.ts';
import { hijriToGregorian } from './hijri.ts';
import { plainLetters } from './plain-letters.ts';
import { HIJRI_MARK, isGregorianYear, isHijriYear } from './years.ts';

/** `2016-10-08T21:32:00Z`, `20161008`, `Sat, 08 Oct 2016 10:00:00 GMT`: forms that only machines write. */
const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})(?:[t ].*)?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:t?\d{6}.*)?$/u;
const MAIL = /^(?:[a-z]{3}, *)?(\d{1,2} [a-z]{3} \d{4})\b/u;
/** A year, and months or days that are not known: `2014-00-00`. */
const YEAR_ONLY = /^(\d{4})(?:-00)*\s*(?:م)?$/u;
const HIJRI_YEAR = new RegExp(`^(\\d{4})\\s*${HIJRI_MARK}$`, 'u');

/**
 * Reads a date that a file states in a field of its own, so that it is a date whatever it looks like: a year alone,
 * a machine's time, EDTF, or anything that `readDate` reads.
 *
 * @param dayFirst  whether 8/10/2016 is the eighth of October, as everything written in Arabic letters has it
 * @returns         `null` when no date can be made of it, also for a time that programs write when they know none
 */
export function readStatedDate(text: string, { dayFirst }: { dayFirst: boolean }): ReadDate | null {
  const plain = plainLetters(text).toLowerCase();
  const year = YEAR_ONLY.exec(plain)?.[1];
  if (year !== undefined)
    return isGregorianYear(year) && !isHijriYear(year)
      ? { edtf: year, calendar: 'gregorian' }
      : null;
  const hijri = HIJRI_YEAR.exec(plain)?.[1];
  if (hijri !== undefined) return fromHijriYear(hijri);
  const machine = TIMESTAMP.exec(plain) ?? COMPACT.exec(plain);
  if (machine) {
    const [, machineYear = '', month = '', day = ''] = machine;
    // A file without a date says 0101-01-01.
    if (Number(machineYear) < 1000) return null;
    return readDate(`${machineYear}-${month}-${day}`);
  }
  const edtf = plain.toUpperCase();
  if (EDTF_DATE.test(edtf)) return { edtf, calendar: 'gregorian' };
  const read = readDate(MAIL.exec(plain)?.[1] ?? text);
  if (read === null || !dayFirst || !/^\d{1,2}[-./]\d{1,2}[-./]\d{4}/u.test(plain)) return read;
  return { ...read, edtf: read.edtf.replace(/\?$/u, '') };
}

/** The year in which most of a Hijri year lies, as an approximate date. */
export function fromHijriYear(year: string): ReadDate | null {
  const middle = isHijriYear(year) ? hijriToGregorian(Number(year), 6, 15) : null;
  return middle === null ? null : { edtf: `${middle.slice(0, 4)}~`, calendar: 'hijri' };
}
