import { EDTF_DATE } from '#shared/domain/limits.ts';
import { type ReadDate, readDate } from './dates.ts';
import { hijriToGregorian } from './hijri.ts';
import { plainLetters } from './plain-letters.ts';
import { HIJRI_MARK, isGregorianYear, isHijriYear } from './years.ts';

/** Forms that only programs write, such as `2016-10-08T21:32:00Z`, `20161008` and `Sat, 08 Oct 2016 10:00:00 GMT`. */
const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})(?:[t ].*)?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:t?\d{6}.*)?$/u;
const MAIL = /^(?:[a-z]{3}, *)?(\d{1,2} [a-z]{3} \d{4})\b/u;
/** A year with unknown month or day, such as `2014-00-00`. */
const YEAR_ONLY = /^(\d{4})(?:-00)*\s*(?:م)?$/u;
const HIJRI_YEAR = new RegExp(`^(\\d{4})\\s*${HIJRI_MARK}$`, 'u');

/**
 * Reads a date that a file states in its own field, so that its form needs no proof: a single year, a program's time,
 * EDTF, or anything that `readDate` reads.
 *
 * @param dayFirst  true when 8/10/2016 is the eighth of October, as in all texts in Arabic letters
 * @returns         `null` when it is no date, or a time that programs write for an unknown one
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
    // A file without a date may state 0101-01-01.
    if (Number(machineYear) < 1000) return null;
    return readDate(`${machineYear}-${month}-${day}`);
  }
  const edtf = plain.toUpperCase();
  if (EDTF_DATE.test(edtf)) return { edtf, calendar: 'gregorian' };
  const read = readDate(MAIL.exec(plain)?.[1] ?? text);
  if (read === null || !dayFirst || !/^\d{1,2}[-./]\d{1,2}[-./]\d{4}/u.test(plain)) return read;
  return { ...read, edtf: read.edtf.replace(/\?$/u, '') };
}

/** Returns the Gregorian year that contains most of a Hijri year, as an approximate date. */
export function fromHijriYear(year: string): ReadDate | null {
  const middle = isHijriYear(year) ? hijriToGregorian(Number(year), 6, 15) : null;
  return middle === null ? null : { edtf: `${middle.slice(0, 4)}~`, calendar: 'hijri' };
}
