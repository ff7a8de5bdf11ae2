import { dateLocale } from '#shared/i18n/locale.ts';

/** Day and time of the reader's clock, with the names of months that the app uses. */
export function formatDay(iso: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(dateLocale(), options).format(new Date(iso));
}
