import * as v from 'valibot';

/** A whole number from 0 on. */
export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A whole number from 1 on. */
export const positiveSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** The text of a UUID (RFC 9562, versions 1 to 8, nil and max). */
export const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}(?:-0{4}){3}-0{12}|f{8}(?:-f{4}){3}-f{12})$/i;

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const UTC_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;

/** Every month has so many days. */
const SHORTEST_MONTH = 28;

/** True for a day of the calendar, `2026-11-22`. */
export const isDay = (text: string): boolean => DAY.test(text) && isInItsMonth(text);

/** True for a moment in UTC as ISO 8601 writes it, `2026-11-22T10:30:00.000Z`; seconds and their parts may be left out. */
export const isUtcTime = (text: string): boolean => UTC_TIME.test(text) && isInItsMonth(text);

/** False for a 30th of February. Quick, as a large library is opened with two times for each annotation. */
function isInItsMonth(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day <= SHORTEST_MONTH) return true;
  // Day 0 is the last one of the month before.
  return (
    day <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate()
  );
}

export const uuidSchema = v.pipe(v.string(), v.regex(UUID));
export const daySchema = v.pipe(v.string(), v.check(isDay));
export const timeSchema = v.pipe(v.string(), v.check(isUtcTime));
