import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';

describe('explain', () => {
  it.each([
    ['كتاب', 'كِتَابٌ', 'exact'],
    ['كِتَاب', 'كتاب', 'exact'],
    ['محمد', 'محـــمد', 'exact'],
    ['2023', '٢٠٢٣', 'exact'],
    ['٢٠٢٣', '2023', 'exact'],
    ['كتاب', 'کتاب', 'exact'],
    ['لا', 'ﻻ', 'exact'],
    ['هذا', 'هٰذا', 'exact'],
    ['احمد', 'أحمد', 'spelling'],
    ['الان', 'الآن', 'spelling'],
    ['مدرسه', 'مدرسة', 'spelling'],
    ['علي', 'على', 'spelling'],
    ['مسؤول', 'مسئول', 'spelling'],
    ['شيء', 'شئ', 'spelling'],
    ['الاسايش', 'الآسايش', 'spelling'],
    ['الاسايش', 'الأسايش', 'spelling'],
    ['كردستان', 'كوردستان', 'spelling'],
    ['الكردي', 'الكوردي', 'spelling'],
    ['كردستان', 'بكوردستان', 'clitic'],
    ['الكتاب', 'كتاب', 'clitic'],
    ['كتاب', 'وبالكتاب', 'clitic'],
    ['كتاب', 'لكتابهم', 'clitic'],
    ['سيارة', 'سيارتهم', 'clitic'],
    ['مستوى', 'مستواها', 'clitic'],
    ['لغة', 'للغة', 'clitic'],
    ['يكتب', 'وسيكتبها', 'clitic'],
    ['بيشمركه', 'البيشمركة', 'clitic'],
    ['كاميرا', 'الكاميرات', 'inflection'],
    ['متسلل', 'المتسللين', 'inflection'],
    ['ارهاب', 'للإرهابيين', 'inflection'],
    ['لغة', 'اللغات', 'inflection'],
    ['عراق', 'العراقية', 'inflection'],
    ['كتاب', 'كتب', 'family'],
    ['وزير', 'ووزراء', 'family'],
  ])('explains %s → %s by %s', (query, text, layer) => {
    expect(explain(query, text)).toBe(layer);
  });

  it.each([
    ['سلام', 'إسلام'],
    ['سلام', 'سليمان'],
    ['كاميرا', 'أمير'],
    ['كاميرا', 'كاميرون'],
    ['العراق', 'العريق'],
    ['علي', 'أعلى'],
    ['أحمد', 'حمدي'],
    ['بيشمركة', 'شمر'],
    ['حدود', 'حداد'],
    ['قسد', 'قسط'],
    ['مال', 'شمال'],
    ['كتاب', 'تاب'],
    ['زير', 'وزير'],
    ['لبن', 'لبنان'],
    ['كرة', 'فكرة'],
    ['طالب', 'طالبان'],
  ])('does not join %s and %s', (query, text) => {
    expect(explain(query, text)).toBeNull();
  });

  it('calls what only a stem joins family', () => {
    expect(explain('كاميرا', 'كامل', firstLetter)).toBe('family');
  });

  it('explains nothing by a word without letters', () => {
    expect(explain('', '')).toBeNull();
    expect(explain('ـ', 'ـ')).toBeNull();
  });
});

function firstLetter(word: string): string {
  return word.charAt(0);
}
