import { dateFormat } from '#shared/i18n/formats.ts';
import { dateLocale } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';

const CLOCK = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;
const DAY_OF_YEAR = { dateStyle: 'medium' } as const;

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Writes a moment as briefly as is clear: «اليوم 10:42», «أمس 9:05», a day, or a day with its year. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return `${translate('common.today')} ${write(date, CLOCK)}`;
  if (days === 1) return `${translate('common.yesterday')} ${write(date, CLOCK)}`;
  return write(date, date.getFullYear() === now.getFullYear() ? DAY : DAY_OF_YEAR);
}

const write = (date: Date, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(dateLocale(), options).format(date);
