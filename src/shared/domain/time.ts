const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const UTC_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/** Every month has at least this many days. */
const SHORTEST_MONTH = 28;

/** True for a day of the calendar such as `2026-11-22`. */
export const isDay = (text: string): boolean => DAY.test(text) && isInItsMonth(text);

/** True for an ISO 8601 time in UTC such as `2026-11-22T10:30:00.000Z`; fractions of a second are optional. */
export const isUtcTime = (text: string): boolean => UTC_TIME.test(text) && isInItsMonth(text);

/**
 * False for a date such as 30 February. It is fast, because opening a large library checks two times for each
 * annotation.
 */
function isInItsMonth(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day <= SHORTEST_MONTH) return true;
  return day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** Returns the number of days of a month. @param month 1 to 12 */
export const daysOf = (year: number, month: number): number =>
  // Day 0 of the next month is the last day of this one.
  new Date(Date.UTC(year, month, 0)).getUTCDate();
