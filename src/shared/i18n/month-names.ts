import { type Locale, getLocale } from './locale.ts';

/** Names of the Gregorian months, as the systems write them in a date (CLDR: ar-IQ, ar-EG, en-GB). */
const NAMES = {
  levantine:
    'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول',
  egyptian: 'يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر',
  english: 'January,February,March,April,May,June,July,August,September,October,November,December',
} as const;

const namesIn = ({ language, months }: Locale): string =>
  NAMES[language === 'en' ? 'english' : months];

/** The name of a month in the interface's language. @param month  1 to 12 */
export const monthName = (month: number): string =>
  namesIn(getLocale()).split(',')[month - 1] ?? '';
