const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const UTC_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/** Every month has so many days. */
const SHORTEST_MONTH = 28;

/** True for a day of the calendar, `2026-11-22`. */
export const isDay = (text: string): boolean => DAY.test(text) && isInItsMonth(text);

/** True for a moment in UTC as ISO 8601 writes it, `2026-11-22T10:30:00.000Z`; parts of the second may be left out. */
export const isUtcTime = (text: string): boolean => UTC_TIME.test(text) && isInItsMonth(text);

/** False for a 30th of February. Quick, as a large library is opened with two times for each annotation. */
function isInItsMonth(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day <= SHORTEST_MONTH) return true;
  return day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** How many days a month has. @param month  1 to 12 */
export const daysOf = (year: number, month: number): number =>
  // Day 0 is the last one of the month before.
  new Date(Date.UTC(year, month, 0)).getUTCDate();
