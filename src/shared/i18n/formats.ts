/**
 * Date formats by locale and options. Each is created once, because creating one reads tables and takes about as long
 * as drawing a row of a list. There are only as many as languages and kinds of dates.
 */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Returns the format with these options for a locale such as `ar-IQ-u-nu-latn`. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}
