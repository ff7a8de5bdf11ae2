import { translate } from '#shared/i18n/translate.ts';

/** Words of news Arabic that a reader takes in within a minute; a cautious figure for silent reading. */
const WORDS_PER_MINUTE = 180;

/** From so many hours on minutes are left out: nobody plans by them. */
const WHOLE_HOURS_FROM = 5;

/** Beside hours minutes are given in steps. */
const STEP_MINUTES = 5;

/** A share of a text that is as good as nothing: one is at its beginning. */
const BEGUN_FROM = 0.005;

/** How long so many words take, in the interface's language: «5 minutes», «2 hours and 10 minutes», «15 hours». */
export function describeReadingTime(words: number): string {
  return describeMinutes(Math.max(1, Math.ceil(words / WORDS_PER_MINUTE)));
}

/**
 * How long the rest of a text takes; the whole time at its beginning, and that it is almost done near its end.
 *
 * @param share  of the text that lies behind the reader, 0 to 1
 */
export function describeTimeLeft(words: number, share: number): string {
  if (share < BEGUN_FROM) return describeReadingTime(words);
  const minutes = Math.round((words * (1 - share)) / WORDS_PER_MINUTE);
  return minutes === 0
    ? translate('library.almostDone')
    : translate('library.timeLeft', { time: describeMinutes(minutes) });
}

/** @param minutes  whole, at least 1 */
function describeMinutes(minutes: number): string {
  if (minutes < 60) return translate('common.minutes', { n: minutes });
  if (minutes >= WHOLE_HOURS_FROM * 60)
    return translate('common.hours', { n: Math.round(minutes / 60) });
  const rounded = Math.round(minutes / STEP_MINUTES) * STEP_MINUTES;
  const [h, m] = [Math.floor(rounded / 60), rounded % 60];
  return m === 0
    ? translate('common.hours', { n: h })
    : translate('common.hoursAndMinutes', { h, m });
}
