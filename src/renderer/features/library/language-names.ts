import { translate } from '#shared/i18n/translate.ts';

/** The languages that have a name here. Another language is shown by its code. */
export const NAMED_LANGUAGES = ['ar', 'ckb', 'kmr', 'fa', 'en', 'und'] as const;

const isNamed = (code: string): code is (typeof NAMED_LANGUAGES)[number] =>
  NAMED_LANGUAGES.some((named) => named === code);

/** The name of a language in the language of the interface. @param code  BCP 47 */
export function languageName(code: string): string {
  const [primary = code] = code.split('-');
  if (isNamed(code)) return translate(`details.language.${code}`);
  return isNamed(primary) ? translate(`details.language.${primary}`) : code;
}
