/**
 * Names of the months in Arabic print, folded (no marks, plain alef, final yeh), for the months 1 to 12: those of the
 * Levant and Iraq, of Egypt and the Gulf, of Tunisia and Algeria, of Morocco; then English.
 */
export const GREGORIAN_MONTHS: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي', 'january', 'jan'],
  ['شباط', 'فبراير', 'فيفري', 'february', 'feb'],
  ['اذار', 'مارس', 'march', 'mar'],
  ['نيسان', 'ابريل', 'افريل', 'ابريل', 'april', 'apr'],
  ['ايار', 'مايو', 'ماي', 'may'],
  ['حزيران', 'يونيو', 'يونيه', 'جوان', 'june', 'jun'],
  ['تموز', 'يوليو', 'يوليه', 'جويليه', 'يوليوز', 'july', 'jul'],
  ['اب', 'اغسطس', 'اوت', 'غشت', 'august', 'aug'],
  ['ايلول', 'سبتمبر', 'شتنبر', 'september', 'sept', 'sep'],
  ['تشرين الاول', 'اكتوبر', 'october', 'oct'],
  ['تشرين الثاني', 'نوفمبر', 'نونبر', 'november', 'nov'],
  ['كانون الاول', 'ديسمبر', 'دجنبر', 'december', 'dec'],
];

/** Months of the Hijri calendar, folded in the same way. */
export const HIJRI_MONTHS: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'محرم الحرام'],
  ['صفر'],
  ['ربيع الاول'],
  ['ربيع الاخر', 'ربيع الثاني'],
  ['جمادي الاولي', 'جمادي الاول'],
  ['جمادي الاخره', 'جمادي الثانيه', 'جمادي الاخر'],
  ['رجب'],
  ['شعبان'],
  ['رمضان', 'رمضان المبارك'],
  ['شوال'],
  ['ذو القعده', 'ذي القعده', 'ذوالقعده'],
  ['ذو الحجه', 'ذي الحجه', 'ذوالحجه'],
];

/** Days of the week, folded. They add nothing to a date. */
export const WEEKDAYS: readonly string[] = [
  'السبت',
  'الاحد',
  'الاثنين',
  'الثلاثاء',
  'الاربعاء',
  'الخميس',
  'الجمعه',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
];
