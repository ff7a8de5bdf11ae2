const EARLIEST_YEAR = 1000;
const LATEST_YEAR = 2199;
const HIJRI_YEARS = [1200, 1600] as const;

/** Matches «هـ» and longer forms, written in plain letters. */
export const HIJRI_MARK = '(?:هـ?|للهجره|هجري|هجريه)';

/** Tells whether four digits can be a year of the Gregorian calendar. */
export function isGregorianYear(year: string): boolean {
  return year.length === 4 && Number(year) >= EARLIEST_YEAR && Number(year) <= LATEST_YEAR;
}

/** Tells whether four digits can be a Hijri year since the beginning of printing. */
export function isHijriYear(year: string): boolean {
  return year.length === 4 && Number(year) >= HIJRI_YEARS[0] && Number(year) <= HIJRI_YEARS[1];
}
