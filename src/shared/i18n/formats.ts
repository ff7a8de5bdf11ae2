/**
 * The system's formats, each made once: making one reads tables and takes about as long as drawing a row of a list,
 * and there are as many as languages and kinds of dates.
 */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Dates as `options` ask, in a locale such as `ar-IQ-u-nu-latn`. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}
