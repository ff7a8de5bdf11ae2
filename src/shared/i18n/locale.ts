import type { DIGITS, LANGUAGES, MONTHS } from '../domain/choices.ts';
import { DEFAULT_SETTINGS } from '../domain/defaults.ts';

/** The language of the interface and, in Arabic, its digits and month names. */
export interface Locale {
  readonly language: (typeof LANGUAGES)[number];
  readonly digits: (typeof DIGITS)[number];
  readonly months: (typeof MONTHS)[number];
}

const DIRECTION = { ar: 'rtl', en: 'ltr' } as const satisfies Record<Locale['language'], string>;

let current: Locale = DEFAULT_SETTINGS;
const listeners = new Set<() => void>();

/** Changes the locale of the interface, and calls the listeners if it differs from the present one. */
export function setLocale({ language, digits, months }: Locale): void {
  if (current.language === language && current.digits === digits && current.months === months)
    return;
  current = { language, digits, months };
  listeners.forEach((listener) => listener());
}

export const getLocale = (): Locale => current;

/** Calls the listener after every change of the locale. Returns a function that removes it. */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The direction of the interface. */
export const interfaceDirection = (): 'rtl' | 'ltr' => DIRECTION[current.language];

/** Arabic digits are an option of the Arabic interface. The text of articles is never converted. */
const numberingSystem = (): 'arab' | 'latn' =>
  current.language === 'ar' && current.digits === 'arab' ? 'arab' : 'latn';

/** The locale for numbers and plural forms. */
export const numberLocale = (): string => `${current.language}-u-nu-${numberingSystem()}`;

/** The locale for dates: أيلول in Iraq and the Levant, سبتمبر in Egypt, September in English. */
export function dateLocale(): string {
  if (current.language === 'en') return 'en-GB';
  return `${current.months === 'levantine' ? 'ar-IQ' : 'ar-EG'}-u-nu-${numberingSystem()}`;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Writes a number in the digits of the interface, without separators and with at most three decimals. */
export function formatNumber(value: number): string {
  const locale = numberLocale();
  // Creating a format reads tables, so each is created once.
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: false });
  numberFormats.set(locale, format);
  return format.format(value);
}
