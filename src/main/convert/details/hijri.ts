const DAY_MS = 86_400_000;
/** Mean length of a Hijri year, days. */
const YEAR_DAYS = 354.367;
/** 1 Muharram of the year 1, as Umm al-Qura counts it: 19 July 622 in the proleptic Gregorian calendar. */
const EPOCH_MS = Date.UTC(622, 6, 19);

const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/**
 * Returns the Gregorian day of a Hijri date by the calendar of Umm al-Qura, as ISO 8601; `null` for a day that the
 * calendar does not have.
 *
 * Example: 1 Muharram 1442 is 2020-08-20.
 */
export function hijriToGregorian(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 30) return null;
  const days = (year - 1) * YEAR_DAYS + (month - 1) * 29.53 + (day - 1);
  const estimate = EPOCH_MS + Math.round(days) * DAY_MS;
  // The estimate is wrong by a few days at most.
  for (let shift = -5; shift <= 5; shift += 1) {
    const date = new Date(estimate + shift * DAY_MS);
    const parts = calendar.formatToParts(date);
    const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
    if (part('year') === year && part('month') === month && part('day') === day) {
      return date.toISOString().slice(0, 10);
    }
  }
  return null;
}
