/** Matches a cell that a spreadsheet would calculate, even behind blanks and invisible characters. */
const FORMULA = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** What a spreadsheet with another separator than the comma may take for the end of a cell, with blanks. */
const BETWEEN = /[;|\s\p{Cc}\p{Cf}\p{Z}]+/gu;
const SEPARATOR = /[;|\t\n\v\f\r\u0085\u2028\u2029]/u;
const SIGN = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Disarms a formula after such a separator, because there a quotation mark of RFC 4180 protects only the first cell. */
const guard = (between: string, at: number, value: string): string =>
  SEPARATOR.test(between) && SIGN.test(value.slice(at + between.length, at + between.length + 1))
    ? `${between}'`
    : between;

/** Writes a line of CSV by RFC 4180, with its line break. No cell can become a formula. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map(writeCell).join(',')}\r\n`;

function writeCell(value: string): string {
  const safe = (FORMULA.test(value) ? `'${value}` : value).replace(BETWEEN, guard);
  return `"${withoutNul(safe).replaceAll('"', '""')}"`;
}

/** Replaces NUL, because some programs end a cell there. */
const withoutNul = (value: string): string => value.replaceAll('\0', '\ufffd');
