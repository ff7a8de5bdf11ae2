import { UI_LOCALE } from '#shared/i18n/translate.ts';

/** Day and time of the reader's clock, with the names of months that the app uses. */
export function formatDay(iso: string): string {
  const locale = UI_LOCALE.replace('ar', 'ar-IQ');
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  );
}
