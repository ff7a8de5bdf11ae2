import type { DIGITS, LANGUAGES, MONTHS } from '../domain/choices.ts';
import { DEFAULT_SETTINGS } from '../domain/defaults.ts';

/** How the interface speaks: its language, and in Arabic its digits and the names of the months. */
export interface Locale {
  readonly language: (typeof LANGUAGES)[number];
  readonly digits: (typeof DIGITS)[number];
  readonly months: (typeof MONTHS)[number];
}

const DIRECTION = { ar: 'rtl', en: 'ltr' } as const satisfies Record<Locale['language'], string>;

let current: Locale = DEFAULT_SETTINGS;
const listeners = new Set<() => void>();

/** Changes how the interface speaks from here on; listeners are told when something changed. */
export function setLocale({ language, digits, months }: Locale): void {
  if (current.language === language && current.digits === digits && current.months === months)
    return;
  current = { language, digits, months };
  listeners.forEach((listener) => listener());
}

export const getLocale = (): Locale => current;

/** Calls after every change; returns what stops it. */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The direction that the interface runs in. */
export const interfaceDirection = (): 'rtl' | 'ltr' => DIRECTION[current.language];

/** Arabic digits are a choice of the Arabic interface; article text is never converted. */
const numberingSystem = (): 'arab' | 'latn' =>
  current.language === 'ar' && current.digits === 'arab' ? 'arab' : 'latn';

/** For numbers and plural forms. */
export const numberLocale = (): string => `${current.language}-u-nu-${numberingSystem()}`;

/** For dates: أيلول in Iraq and the Levant, سبتمبر in Egypt, September. */
export function dateLocale(): string {
  if (current.language === 'en') return 'en-GB';
  return `${current.months === 'levantine' ? 'ar-IQ' : 'ar-EG'}-u-nu-${numberingSystem()}`;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number in the digits of the interface: without separators, at most three decimals. */
export function formatNumber(value: number): string {
  const locale = numberLocale();
  // A format reads tables when it is made, so each is made once.
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: false });
  numberFormats.set(locale, format);
  return format.format(value);
}
