import { daysOf } from '#shared/domain/time.ts';
import { hijriToGregorian } from './hijri.ts';
import { GREGORIAN_MONTHS, HIJRI_MONTHS, WEEKDAYS } from './month-names.ts';
import { plainLetters } from './plain-letters.ts';
import { isGregorianYear, isHijriYear } from './years.ts';

export interface ReadDate {
  /** EDTF: `2020-09-25`, `2020-09`, `XXXX-12-08`, `2020-09-24~`. */
  readonly edtf: string;
  readonly calendar: 'gregorian' | 'hijri';
}

/** Longest text that can be a single date, UTF-16 units. */
export const MAX_DATE_UTF16 = 120;

const names = (months: readonly (readonly string[])[]) =>
  months
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|');
const numberOf = (months: readonly (readonly string[])[]) =>
  new Map(months.flatMap((all, index) => all.map((name) => [name, index + 1] as const)));

const MONTH = names(GREGORIAN_MONTHS);
const MONTH_NUMBERS = numberOf(GREGORIAN_MONTHS);
const HIJRI_MONTH = names(HIJRI_MONTHS);
const HIJRI_NUMBERS = numberOf(HIJRI_MONTHS);

/** What may surround a date: a label, the day of the week, a time, or the name of the era. */
const LABEL =
  /^(?:(?:نشر|نشرت|تاريخ النشر|النشر|تاريخ|التاريخ|كتب|حرر|اخر تحديث|published|updated|date)(?: (?:في|يوم|بتاريخ|on))*\s*[:：]?\s*)/u;
const DAY_NAME = new RegExp(`(?:^|[\\s،,(])(?:يوم )?(?:${WEEKDAYS.join('|')})(?=$|[\\s،,)])`, 'gu');
const TIME =
  /(?:الساعه\s*)?\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:صباحا|مساء|ظهرا|ص|م|am|pm|gmt|بتوقيت [^\d]{3,20})?/gu;

const ISO =
  /^(\d{4,5})([-./])(\d{1,2})(?:\2(\d{1,2}))?(?:t\d{2}:?\d{2}.{0,20})?(?:\s*(?:م|ه|هـ))?$/u;
const DAY_FIRST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4,5})(?:\s*(?:م|ه))?$/u;
const NAMED = new RegExp(
  `^(?:(\\d{1,2})\\s*(?:من\\s+)?(?:شهر\\s+)?)?(${MONTH})(?:\\s*[/ ]\\s*(?:${MONTH}))?[\\s،,]*(?:عام\\s*|سنه\\s*)?(\\d{4,5})(?:\\s*م)?$`,
  'u',
);
const ENGLISH = new RegExp(`^(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'u');
const HIJRI = new RegExp(
  `^(?:(\\d{1,2})\\s*(?:من\\s+)?(?:شهر\\s+)?)?(${HIJRI_MONTH})[\\s،,]*(?:عام\\s*|سنه\\s*)?(\\d{4})\\s*(?:ه|للهجره|هجري|هجريه)?$`,
  'u',
);

/**
 * Reads a text that consists of one date, perhaps with a label, a weekday and a time. It knows Eastern digits, Arabic
 * months of every region, Hijri dates and ISO forms, and never guesses:
 *
 * - an impossible year is left open: «8 كانون الأول 20219» is `XXXX-12-08`;
 * - 5/9/2020 is ambiguous: `2020-09-05?`, with the day first as in Arabic print;
 * - a Hijri date is converted by the calendar of Umm al-Qura, which may differ from a sighting by a day: `2020-09-24~`.
 *
 * @returns `null` when the text is not a date
 */
export function readDate(text: string): ReadDate | null {
  if (text.length > MAX_DATE_UTF16 || !/[\d٠-٩۰-۹]/u.test(text)) return null;
  const plain = plainLetters(text).toLowerCase();
  const both = /^(.+?)\s*[(/،-]?\s*الموافق\s*[:ل]?\s*(.+?)\)?$/u.exec(plain);
  if (both) {
    const dates = [readOne(both[1] ?? ''), readOne(both[2] ?? '')];
    return dates.find((date) => date?.calendar === 'gregorian') ?? dates[0] ?? null;
  }
  return readOne(plain);
}

function readOne(plain: string): ReadDate | null {
  const bare = plain
    .replace(LABEL, '')
    .replace(DAY_NAME, ' ')
    .replace(/^(\d{4}-\d{2}-\d{2})t.*$/u, '$1')
    .replace(TIME, ' ')
    .replace(/[()|•–—]/gu, ' ')
    .replace(/\s-\s?|\s?-\s/gu, ' ')
    .replace(/^[\s،,:-]+|[\s،,.:-]+$/gu, '')
    .replace(/\s+/gu, ' ');
  return readNumbers(bare) ?? readNamed(bare) ?? readHijri(bare);
}

function readNumbers(text: string): ReadDate | null {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year = '', , month = '', day] = iso;
    if (isHijriYear(year)) return fromHijri(Number(year), Number(month), day);
    return gregorian(year, Number(month), day);
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (!dayFirst) return null;
  const [, first = '', , second = '', year = ''] = dayFirst;
  if (isHijriYear(year)) return fromHijri(Number(year), Number(second), first);
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  const date = gregorian(year, Number(month), day);
  const isOpen = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  return date && isOpen ? { ...date, edtf: `${date.edtf}?` } : date;
}

function readNamed(text: string): ReadDate | null {
  const named = NAMED.exec(text);
  if (named) {
    const [, day, month = '', year = ''] = named;
    return gregorian(year, MONTH_NUMBERS.get(month) ?? 0, day);
  }
  const [, month = '', day, year = ''] = ENGLISH.exec(text) ?? [];
  return month === '' ? null : gregorian(year, MONTH_NUMBERS.get(month) ?? 0, day);
}

function readHijri(text: string): ReadDate | null {
  const [, day, month = '', year = ''] = HIJRI.exec(text) ?? [];
  return isHijriYear(year) ? fromHijri(Number(year), HIJRI_NUMBERS.get(month) ?? 0, day) : null;
}

function gregorian(year: string, month: number, day: string | undefined): ReadDate | null {
  const isYear = isGregorianYear(year);
  if (month < 1 || month > 12) return null;
  const known = isYear ? year : 'XXXX';
  const edtf = `${known}-${two(month)}`;
  if (day === undefined) return isYear ? { edtf, calendar: 'gregorian' } : null;
  // An unknown year may be a leap year.
  const last = daysOf(isYear ? Number(year) : 2000, month);
  if (Number(day) < 1 || Number(day) > last) return { edtf: `${edtf}?`, calendar: 'gregorian' };
  return { edtf: `${edtf}-${two(Number(day))}`, calendar: 'gregorian' };
}

function fromHijri(year: number, month: number, day: string | undefined): ReadDate | null {
  const date = hijriToGregorian(year, month, day === undefined ? 1 : Number(day));
  if (date === null) return null;
  // A month of one calendar overlaps two months of the other.
  const edtf = day === undefined ? `${date.slice(0, 7)}~` : `${date}~`;
  return { edtf, calendar: 'hijri' };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
