import { translate } from '#shared/i18n/translate.ts';

/** How many words of Arabic news are read in a minute. It is a cautious figure for silent reading. */
const WORDS_PER_MINUTE = 180;

/** From this number of hours on minutes are left out, because nobody plans by them. */
const WHOLE_HOURS_FROM = 5;

/** Minutes beside hours are rounded to multiples of this. */
const STEP_MINUTES = 5;

/** Up to this share of a text the reader counts as being at its beginning. */
const BEGUN_FROM = 0.005;

/** From this share on a text is near its end. Half of a very short text takes less than half a minute, too. */
const NEAR_END_FROM = 0.9;

/**
 * Names the reading time of a number of words in the language of the interface: «5 minutes», «2 hours and 10
 * minutes», «15 hours».
 */
export function describeReadingTime(words: number): string {
  return describeMinutes(Math.max(1, Math.ceil(words / WORDS_PER_MINUTE)));
}

/**
 * Names the reading time of the rest of a text. At the beginning it is the whole time, and near the end a text says
 * that it is almost done.
 *
 * @param share  the share of the text that was read, 0 to 1
 */
export function describeTimeLeft(words: number, share: number): string {
  if (share < BEGUN_FROM) return describeReadingTime(words);
  const least = share < NEAR_END_FROM ? 1 : 0;
  const minutes = Math.max(least, Math.round((words * (1 - share)) / WORDS_PER_MINUTE));
  return minutes === 0
    ? translate('library.almostDone')
    : translate('library.timeLeft', { time: describeMinutes(minutes) });
}

/** @param minutes  a whole number, at least 1 */
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
