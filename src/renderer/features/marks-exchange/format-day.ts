import { dateFormat } from '#shared/i18n/formats.ts';
import { dateLocale } from '#shared/i18n/locale.ts';

/** Writes a moment as day and time in the local time zone, with the names of months from the settings. */
export function formatDay(iso: string): string {
  return dateFormat(dateLocale(), {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(iso));
}
