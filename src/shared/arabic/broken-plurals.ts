/**
 * Words with broken plurals in the Arabic of news: singular first, then its plurals, one family a line. Our own
 * list; the patterns are those of K. Ryding, A Reference Grammar of Modern Standard Arabic (2005), § 7.3.2.
 */
const LINES = `
كتاب كتب
وزير وزراء
مدرسة مدارس
طالب طلاب طلبة
رئيس رؤساء
قائد قادة
جندي جنود
حرب حروب
خبر أخبار
حزب أحزاب
دولة دول
مدينة مدن
قرية قرى
منطقة مناطق
حد حدود
سلاح أسلحة
شهيد شهداء
قتيل قتلى
جريح جرحى
أسير أسرى
ضحية ضحايا
عملية عمليات
قضية قضايا
تقرير تقارير
صحيفة صحف
موقع مواقع
مركز مراكز
مكتب مكاتب
`;

export const BROKEN_PLURALS: readonly (readonly string[])[] = LINES.trim()
  .split('\n')
  .map((line) => line.split(' '));
