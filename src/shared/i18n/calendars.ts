import { describeDate } from './dates.ts';
import { dateFormat } from './formats.ts';
import { numberLocale } from './locale.ts';
import { translate, withoutIsolates } from './translate.ts';

/** The calculated calendar of Umm al-Qura. A month that begins by sighting the moon may differ by a day. */
const CALENDAR = 'islamic-umalqura';

const WHOLE_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Returns the Hijri date of a completely known Gregorian day, such as `8 صفر 1442`; otherwise `null`.
 *
 * @param locale determines the month names and the digits
 */
export function hijriDate(edtf: string | null, locale = 'ar-u-nu-latn'): string | null {
  const match = WHOLE_DAY.exec(edtf ?? '');
  if (!match) return null;
  const [, year, month, day] = match;
  const format = dateFormat(locale, {
    calendar: CALENDAR,
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const parts = format.formatToParts(
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))),
  );
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}`;
}

/**
 * Writes a date in both calendars: `25 أيلول 2020 (8 صفر 1442 هـ)`. Unknown parts of an EDTF date stay open. Returns
 * `null` when nothing is known.
 */
export function dateInBothCalendars(edtf: string | null): string | null {
  if (edtf === null || !/\d/.test(edtf)) return null;
  const { text, uncertain } = describeDate(edtf);
  if (uncertain) return withoutIsolates(translate('cite.uncertain', { date: text }));
  const hijri = hijriDate(edtf, numberLocale());
  return hijri === null
    ? text
    : withoutIsolates(translate('cite.calendars', { gregorian: text, hijri }));
}
