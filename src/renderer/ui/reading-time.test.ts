import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { setLocale } from '#shared/i18n/locale.ts';
import { describeReadingTime, describeTimeLeft } from './reading-time.ts';

/** Removes the invisible characters that isolate values. */
const seen = (text: string): string => text.replaceAll(/[\u2068\u2069]/gu, '');
const minutes = (count: number): string => seen(describeReadingTime(count * 180));

describe('reading times', () => {
  it.each([
    [1, 'دقيقة واحدة'],
    [5, '5 دقائق'],
    [59, '59 دقيقة'],
    [60, 'ساعة'],
    [62, 'ساعة'],
    [80, 'ساعة و20 دقيقة'],
    [118, 'ساعتان'],
    [200, '3 ساعات و20 دقيقة'],
    [906, '15 ساعة'],
  ])('says %i minutes as one says it', (count, text) => {
    expect(minutes(count)).toBe(text);
  });

  it('names the whole time at the beginning, however short the text is', () => {
    expect(seen(describeTimeLeft(5 * 180, 0))).toBe('5 دقائق');
    expect(seen(describeTimeLeft(20, 0))).toBe('دقيقة واحدة');
  });

  it('names the time that is left, and says "almost done" only near the end', () => {
    expect(seen(describeTimeLeft(10 * 180, 0.5))).toBe('بقيت 5 دقائق تقريبًا');
    expect(seen(describeTimeLeft(906 * 180, 0.4))).toBe('بقيت 9 ساعات تقريبًا');
    expect(seen(describeTimeLeft(10 * 180, 0.98))).toBe('أوشكت على الانتهاء');
    expect(seen(describeTimeLeft(20, 0.4))).toBe('بقيت دقيقة واحدة تقريبًا');
    expect(seen(describeTimeLeft(20, 0.95))).toBe('أوشكت على الانتهاء');
  });

  describe('in English', () => {
    afterEach(() => setLocale(DEFAULT_SETTINGS));

    it('names hours and minutes', () => {
      setLocale({ ...DEFAULT_SETTINGS, language: 'en' });
      expect(minutes(61)).toBe('1 hour');
      expect(minutes(80)).toBe('1 hour and 20 minutes');
      expect(seen(describeTimeLeft(200 * 180, 0.5))).toBe('About 1 hour and 40 minutes left');
    });
  });
});
