import { UI_LOCALE, translate } from '#shared/i18n/translate.ts';

const clock = new Intl.DateTimeFormat(UI_LOCALE, {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat(UI_LOCALE, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(UI_LOCALE, { dateStyle: 'medium' });

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** A moment as briefly as it stays clear: «اليوم 10:42», «أمس 9:05», a day, or a day with its year. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return `${translate('common.today')} ${clock.format(date)}`;
  if (days === 1) return `${translate('common.yesterday')} ${clock.format(date)}`;
  return (date.getFullYear() === now.getFullYear() ? day : dayOfYear).format(date);
}
