import { describe, expect, it } from 'vitest';
import { matchTitles } from './match-titles.ts';

const TITLES = [
  'التمييز التالي',
  'إظهار لوحة التمييزات أو إخفاؤها',
  'مكتبةُ الأسرة',
  'تقرير: خفر الحدود 2020',
  'الإشارات والملاحظات',
];
const find = (query: string) => matchTitles(query, TITLES, (title) => title);

describe('matchTitles', () => {
  it('finds a title by the beginning of any word, with ال or without it', () => {
    expect(find('تميي')).toEqual([TITLES[0], TITLES[1]]);
    expect(find('التالي')).toEqual([TITLES[0]]);
    expect(find('ملاحظ')).toEqual([TITLES[4]]);
    expect(find('مييز')).toEqual([]);
  });

  it('ignores hamza seats, tashkeel, teh marbuta and the kind of digits', () => {
    expect(find('اظهار')).toEqual([TITLES[1]]);
    expect(find('مكتبه الاسره')).toEqual([TITLES[2]]);
    expect(find('حدود ٢٠٢٠')).toEqual([TITLES[3]]);
  });

  it('requires every word, and puts titles that begin with the query first', () => {
    expect(find('لوحة تمييز')).toEqual([TITLES[1]]);
    expect(find('ا')[0]).toBe(TITLES[0]);
  });

  it('finds everything when the query has no word', () => {
    expect(find(' ؟ ')).toEqual(TITLES);
  });
});
