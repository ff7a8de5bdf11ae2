import { describeDate } from './dates.ts';
import { dateFormat } from './formats.ts';
import { numberLocale } from './locale.ts';
import { translate, withoutIsolates } from './translate.ts';

/** The calendar of Umm al-Qura, calculated; the beginning of a month by sight may differ by a day. */
const CALENDAR = 'islamic-umalqura';

const WHOLE_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The Hijri date of a Gregorian day that is known for certain, `8 صفر 1442`; else `null`.
 *
 * @param locale  whose names and digits are used
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

/** `25 أيلول 2020 (8 صفر 1442 هـ)`; what an EDTF date leaves open stays open; `null` when unknown. */
export function dateInBothCalendars(edtf: string | null): string | null {
  if (edtf === null || !/\d/.test(edtf)) return null;
  const { text, uncertain } = describeDate(edtf);
  if (uncertain) return withoutIsolates(translate('cite.uncertain', { date: text }));
  const hijri = hijriDate(edtf, numberLocale());
  return hijri === null
    ? text
    : withoutIsolates(translate('cite.calendars', { gregorian: text, hijri }));
}
