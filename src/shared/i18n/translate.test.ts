import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../domain/defaults.ts';
import { describeDate } from './dates.ts';
import { formatNumber, interfaceDirection, onLocaleChange, setLocale } from './locale.ts';
import { translate } from './translate.ts';

afterEach(() => setLocale(DEFAULT_SETTINGS));

describe('translate', () => {
  it('uses the language that was chosen last, also when it changes at run time', () => {
    expect(translate('common.notes', { n: 11 })).toBe('11 ملاحظة');

    setLocale({ ...DEFAULT_SETTINGS, language: 'en' });

    expect(translate('common.notes', { n: 11 })).toBe('11 notes');
    expect(interfaceDirection()).toBe('ltr');
  });

  it.each([
    [0, 'بلا ملاحظات'],
    [1, 'ملاحظة واحدة'],
    [2, 'ملاحظتان'],
    [3, '3 ملاحظات'],
    [11, '11 ملاحظة'],
    [100, '100 ملاحظة'],
    [103, '103 ملاحظات'],
  ])('declines %d', (n, text) => {
    expect(translate('common.notes', { n })).toBe(text);
  });

  it('writes Arabic digits only in Arabic, in plurals, plain numbers and percentages', () => {
    setLocale({ ...DEFAULT_SETTINGS, digits: 'arab' });

    expect(translate('common.notes', { n: 11 })).toBe('١١ ملاحظة');
    expect(translate('search.paragraph', { n: 20 })).toBe('الفقرة ٢٠');
    expect(translate('common.percentRead', { p: 38 })).toBe('قُرئ ٣٨٪');
    expect(formatNumber(1234)).toBe('١٢٣٤');
    expect(formatNumber(1.95)).toBe('١٫٩٥');
    expect(formatNumber(0.1 + 0.2)).toBe('٠٫٣');

    setLocale({ ...DEFAULT_SETTINGS, digits: 'arab', language: 'en' });
    expect(translate('search.paragraph', { n: 20 })).toBe('Paragraph 20');
  });

  it('does not change the digits of quoted text', () => {
    setLocale({ ...DEFAULT_SETTINGS, digits: 'arab' });

    expect(translate('search.none', { q: 'عام 2020' })).toContain('2020');
  });

  it('isolates quoted text, so that it cannot reorder the sentence', () => {
    const quoted = ['Electron', 'عام 2020', '25.1.1', '7', '1.2-3', '1.', '.1', '25.1.1 (x64)', ''];
    for (const q of quoted) expect(translate('search.none', { q })).toContain(`\u2068${q}\u2069`);
  });

  it('uses the month names that the reader chose', () => {
    const on = () => describeDate('2020-09-25').text;

    expect(on()).toBe('25 أيلول 2020');
    setLocale({ ...DEFAULT_SETTINGS, months: 'egyptian' });
    expect(on()).toBe('25 سبتمبر 2020');
    setLocale({ ...DEFAULT_SETTINGS, language: 'en' });
    expect(on()).toBe('25 September 2020');
  });
});

it('onLocaleChange reports only real changes of the locale', () => {
  let told = 0;
  const stop = onLocaleChange(() => (told += 1));

  setLocale({ ...DEFAULT_SETTINGS });
  setLocale({ ...DEFAULT_SETTINGS, language: 'en' });
  stop();
  setLocale(DEFAULT_SETTINGS);

  expect(told).toBe(1);
});
