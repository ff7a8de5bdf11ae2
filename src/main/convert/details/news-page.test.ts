import { describe, expect, it } from 'vitest';
import { readText } from '../text/read-text.ts';

const BODY = [
  'قالت وزارة الموارد المائية إن مناسيب النهر ارتفعت خلال الأسبوع الماضي بعد أمطار غزيرة، وإن السدود استقبلت كميات كبيرة من المياه.',
  'وأضاف المتحدث باسمها أن الخطة تشمل صيانة القنوات القديمة، ورفع الترسبات منها قبل حلول الصيف، بالتعاون مع المحافظات كلها.',
  'وكان تقرير سابق قد حذّر من انخفاض المخزون، ودعا المزارعين إلى اتباع طرق الري الحديثة التي توفر نصف الكمية تقريبًا.',
];

async function read(lines: readonly string[], gap = '\n\n') {
  const outcome = await readText(Buffer.from(lines.join(gap)), 'page.txt');
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const texts = (document: { blocks: readonly { text: string }[] }) =>
  document.blocks.map(({ text }) => text);

describe('a news page saved as text', () => {
  it('loses the lines of the page, and keeps every sentence of the article', async () => {
    const document = await read([
      'App store icon Play store icon',
      'كـل الأخبار',
      'الموارد المائية: مناسيب النهر ترتفع بعد الأمطار',
      '2023.04.17 - 09:10',
      'الموارد المائية: مناسيب النهر ترتفع بعد الأمطار',
      BODY[0]!,
      'اقرأ أيضًا: سدود الشمال تمتلئ لأول مرة منذ سنوات',
      BODY[1]!,
      'للاطلاع على المزيد: طرق الري الحديثة',
      BODY[2]!,
      'هل أعجبك المحتوى وتريد المزيد منه؟',
      'انضم إلى قائمة من يقدّرون محتوى صوت النهر واشترك بنشرتنا البريدية.',
    ]);

    expect(texts(document)).toEqual(BODY);
    expect(document).toMatchObject({
      title: { value: 'الموارد المائية: مناسيب النهر ترتفع بعد الأمطار', from: 'text' },
      outlet: { value: 'صوت النهر', from: 'text' },
      date: { value: '2023-04-17', from: 'text' },
      remarks: [{ code: 'import/boilerplate-left-out', params: { count: 6 } }],
    });
  });

  it('finds the headline below a masthead and above a doubled caption', async () => {
    const document = await read([
      'رئيس التحرير',
      'سلام العبيدي',
      'الموارد المائية: مناسيب النهر ترتفع بعد الأمطار',
      'صورة من السد',
      'صورة من السد',
      ...BODY,
    ]);

    expect(document.title?.value).toBe('الموارد المائية: مناسيب النهر ترتفع بعد الأمطار');
    expect(texts(document)).toEqual(BODY);
    expect(document.outlet).toBeNull();
  });

  it.each([
    ['وتابعه موقع «صوت النهر»', 'صوت النهر'],
    ['وتلقت "النهر" نسخة منه', 'النهر'],
  ])('takes the outlet from «%s»', async (words, outlet) => {
    const document = await read([`قال المتحدث في بيان ${words}، إن الخطة بدأت أمس.`, ...BODY]);

    expect(document.outlet).toEqual({ value: outlet, from: 'text' });
  });

  it('takes a single word after the last paragraph as the signature', async () => {
    expect(await read(['عنوان الخبر في سطر واحد', ...BODY, 'النهريّة'], '\n')).toMatchObject({
      outlet: { value: 'النهريّة', from: 'text' },
      blocks: { length: 3 },
    });
    expect((await read(['عنوان الخبر في سطر واحد', ...BODY, 'انتهى'], '\n')).outlet).toBeNull();
  });

  it('takes a date in brackets after today, and leaves an impossible year open', async () => {
    const dated = await read([`أعلنت الوزارة اليوم الثلاثاء (9 أيار 20233) بدء الخطة.`, ...BODY]);

    expect(dated.date).toEqual({ value: 'XXXX-05-09', from: 'text' });
    expect(dated.remarks).toEqual([
      { code: 'import/date-uncertain', params: { text: '9 أيار 20233' } },
    ]);
  });

  it('does not take a date that the text only mentions', async () => {
    expect(
      (await read(['في ديسمبر 2017 انتهت المعركة (10 كانون الأول 2017).', ...BODY])).date,
    ).toBeNull();
  });

  it('converts a Hijri date, and says that it may be wrong by a day', async () => {
    const document = await read(['خطة جديدة لصيانة قنوات الري', '7 صفر 1442 هـ', ...BODY]);

    expect(document.date?.value).toBe('2020-09-24~');
    expect(document.remarks).toEqual([
      { code: 'import/date-from-hijri', params: { text: '7 صفر 1442 هـ' } },
    ]);
  });

  it('keeps a sentence about reading, sharing and subscribing', async () => {
    const sentence = 'اقرأ كتابًا كل شهر، وشارك ما تعلّمت مع أصدقائك في المدرسة أو في البيت.';

    expect(texts(await read(['نصائح لقراء الكتب في المدرسة', sentence, ...BODY]))).toContain(
      sentence,
    );
  });

  it('gives no title to a text that begins with a paragraph', async () => {
    const document = await read(BODY);

    expect(document.title).toBeNull();
    expect(texts(document)).toEqual(BODY);
  });
});
