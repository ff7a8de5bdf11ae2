import { dateFormat } from '#shared/i18n/formats.ts';
import { dateLocale } from '#shared/i18n/locale.ts';

/** Day and time of the reader's clock, with the names of months that the app uses. */
export function formatDay(iso: string): string {
  return dateFormat(dateLocale(), {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(iso));
}
