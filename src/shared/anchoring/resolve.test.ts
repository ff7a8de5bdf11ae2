import { describe, expect, it } from 'vitest';
import type { Span } from '../domain/span.ts';
import { describeSpan } from './describe.ts';
import type { StoredPlace } from '../domain/annotation.ts';
import { createResolver, resolve } from './resolve.ts';

const FIRST = 'قال المتحدث باسم القيادة إن الكاميرات الحرارية وصلت إلى الحدود الغربية في عام 2023.';
const SECOND =
  'وأكد الوزير أن الخطة الجديدة تشمل مسؤولي الأمن في كل المحافظات، وأن العمل بها يبدأ قريباً.';
const THIRD = 'ثم عاد الوفد إلى العاصمة بعد لقاء قصير مع شيوخ العشائر في المنطقة.';
const ORIGINAL = `${FIRST}\n${SECOND}\n${THIRD}`;

const spanOf = (text: string, passage: string): Span => {
  const start = text.indexOf(passage);
  return { start, end: start + passage.length };
};
const remember = (passage: string, text = ORIGINAL): StoredPlace => {
  const span = spanOf(text, passage);
  return { span, contentHash: 'old', quote: describeSpan(text, span) };
};
const sentence = (number: number): string =>
  `الفقرة ${number} تصف المرحلة ${number * 7} من الخطة بتفصيل.`;
const find = (text: string, stored: StoredPlace) => {
  const found = resolve(text, 'new', stored);
  return found.state === 'orphan'
    ? found
    : { text: text.slice(found.span.start, found.span.end), confidence: found.confidence };
};

describe('resolve on the same text', () => {
  it('accepts the stored position without a search', () => {
    const stored = remember('الخطة الجديدة');

    expect(resolve(ORIGINAL, 'old', stored)).toEqual({
      state: 'anchored',
      span: stored.span,
      confidence: 'exact',
      score: 1,
    });
  });

  it('rejects a stored position when the quote stands elsewhere', () => {
    const stored = { ...remember('الخطة الجديدة'), span: { start: 3, end: 16 } };

    expect(find(ORIGINAL, { ...stored, contentHash: 'new' })).toEqual({
      text: 'الخطة الجديدة',
      confidence: 'exact',
    });
  });

  it('extends a stored span that separates a letter from its marks', () => {
    const text = 'كِتَاب';
    const stored = {
      span: { start: 0, end: 1 },
      contentHash: 'h',
      quote: { exact: 'ك', prefix: '', suffix: '' },
    };

    expect(resolve(text, 'h', stored)).toMatchObject({
      span: { start: 0, end: 2 },
      confidence: 'repaired',
    });
  });
});

describe('resolve on a text whose spelling changed', () => {
  it.each([
    ['tashkeel is added', 'الخطة الجديدة تشمل', 'الخُطّةُ الجَدِيدة تَشملُ'],
    ['tatweel is added', 'الخطة الجديدة', 'الخطـة الجديـدة'],
    ['a hamza is corrected', 'مسؤولي الأمن', 'مسئولي الامن'],
    ['digits are exchanged', 'في عام 2023', 'في عام ٢٠٢٣'],
    ['a comma is changed', 'كل المحافظات، وأن العمل', 'كل المحافظات, وأن العمل'],
  ])('keeps the note when %s', (_what, passage, changed) => {
    const text = ORIGINAL.replace(passage, changed);

    expect(find(text, remember(passage))).toEqual({ text: changed, confidence: 'repaired' });
  });

  it('includes marks that were added to the last letter', () => {
    const text = ORIGINAL.replace('الخطة الجديدة', 'الخطة الجديدةُ');

    expect(find(text, remember('الخطة الجديدة'))).toEqual({
      text: 'الخطة الجديدةُ',
      confidence: 'repaired',
    });
  });

  it('keeps the punctuation at the edges of the passage', () => {
    const text = ORIGINAL.replace('يبدأ', 'يَبدأ');

    expect(find(text, remember('، وأن العمل بها يبدأ قريباً.'))).toMatchObject({
      text: '، وأن العمل بها يَبدأ قريباً.',
    });
  });

  it('extends part of a word to the whole word in a repair', () => {
    const text = ORIGINAL.replace('الكاميرات الحرارية', 'الكامِيرات الحرارية');

    expect(find(text, remember('كاميرات'))).toEqual({ text: 'الكامِيرات', confidence: 'repaired' });
  });

  it('keeps part of a word when the word is unchanged', () => {
    expect(find(`خبر جديد.\n${ORIGINAL}`, remember('كاميرات'))).toEqual({
      text: 'كاميرات',
      confidence: 'exact',
    });
  });
});

describe('resolve on a text whose words changed', () => {
  it.each([
    ['inserted', 'الخطة الأمنية الجديدة تشمل'],
    ['replaced', 'الخطة القديمة تشمل'],
    ['taken out', 'الخطة تشمل'],
  ])('finds the passage when a word is %s', (_what, changed) => {
    const text = ORIGINAL.replace('الخطة الجديدة تشمل', changed);

    expect(find(text, remember('الخطة الجديدة تشمل مسؤولي'))).toEqual({
      text: `${changed} مسؤولي`,
      confidence: 'approximate',
    });
  });

  it('follows a passage over a paragraph that was split, and one that was merged', () => {
    const split = ORIGINAL.replace('تشمل مسؤولي', 'تشمل\nمسؤولي');
    const merged = ORIGINAL.replaceAll('\n', ' ');

    expect(find(split, remember('الخطة الجديدة تشمل مسؤولي الأمن'))).toMatchObject({
      confidence: 'repaired',
    });
    expect(find(merged, remember('عام 2023.\nوأكد الوزير'))).toEqual({
      text: 'عام 2023. وأكد الوزير',
      confidence: 'repaired',
    });
  });

  it('follows a sentence that was moved, and calls the anchor uncertain', () => {
    const text = `${SECOND}\n${THIRD}\n${FIRST}`;

    expect(find(text, remember(FIRST))).toMatchObject({ text: FIRST });
    expect(find(`${THIRD} ${FIRST}`, remember(FIRST))).toEqual({
      text: FIRST,
      confidence: 'approximate',
    });
  });

  it('follows a long passage by its two ends', () => {
    const old = Array.from({ length: 60 }, (_, number) => sentence(number)).join(' ');
    const stored = remember(
      Array.from({ length: 40 }, (_, number) => sentence(number + 10)).join(' '),
      old,
    );

    const found = find(old.replace(sentence(30), 'حُذفت هذه الجملة.'), stored);

    expect(found).toMatchObject({ confidence: 'approximate' });
    expect(
      'text' in found &&
        found.text.startsWith('الفقرة 10') &&
        found.text.endsWith('343 من الخطة بتفصيل.'),
    ).toBe(true);
  });
});

describe('resolve for a long passage', () => {
  it('does not call the anchor repaired when words were inserted in the middle', () => {
    const old = Array.from({ length: 60 }, (_, number) => sentence(number)).join(' ');
    const passage = Array.from({ length: 40 }, (_, number) => sentence(number + 10)).join(' ');

    const found = find(
      old.replace(sentence(30), `${sentence(30)} وهذه جديدة.`),
      remember(passage, old),
    );

    expect(found).toMatchObject({ confidence: 'approximate' });
  });
});

describe('resolve when no position is right', () => {
  it('makes an orphan of a passage that was deleted, though its words stand elsewhere', () => {
    const text = ORIGINAL.replace(' إلى الحدود الغربية', '').concat(
      '\nوانتقلت القوات إلى الحدود الغربية ليلاً.',
    );

    expect(resolve(text, 'new', remember('الحدود الغربية'))).toEqual({
      state: 'orphan',
      reason: 'context-differs',
    });
  });

  it('makes an orphan of a sentence that was deleted, though a similar one stands elsewhere', () => {
    const text = `${FIRST}\n${THIRD}\nوأكد النائب أن الموازنة الجديدة تشمل رواتب الأمن في بعض المحافظات، وأن الصرف يبدأ لاحقاً.`;

    expect(find(text, remember(SECOND))).toMatchObject({ state: 'orphan' });
  });

  it('makes an orphan of a passage that occurs twice, neither time nearby', () => {
    const text = `${`${THIRD}\n`.repeat(4)}${FIRST}\n${SECOND}\n${FIRST}\n${SECOND}`;

    expect(resolve(text, 'new', remember(SECOND.slice(10, 40)))).toEqual({
      state: 'orphan',
      reason: 'ambiguous',
    });
  });

  it('makes an orphan when nothing is similar', () => {
    expect(resolve('نص آخر تماماً', 'new', remember('الكاميرات'))).toEqual({
      state: 'orphan',
      reason: 'not-found',
    });
    expect(resolve('', 'new', remember('الكاميرات'))).toEqual({
      state: 'orphan',
      reason: 'not-found',
    });
  });
});

describe('resolve with copies', () => {
  it('prefers the changed original to an unchanged copy among other sentences', () => {
    const passage = 'الخطة الجديدة تشمل مسؤولي الأمن';
    const text = `${ORIGINAL.replace('الجديدة', 'الحديثة')}\nوكتب أحدهم: «${passage}» في تعليق.`;

    expect(find(text, remember(passage))).toEqual({
      text: 'الخطة الحديثة تشمل مسؤولي الأمن',
      confidence: 'approximate',
    });
  });

  it('prefers the stored position to a copy of the whole sentence', () => {
    const text = `${ORIGINAL}\n${FIRST}\n${SECOND}`;

    expect(resolve(text, 'new', remember('الخطة الجديدة'))).toMatchObject({
      span: spanOf(ORIGINAL, 'الخطة الجديدة'),
    });
  });
});

describe('resolve for a passage without words', () => {
  it('finds a sign by its surroundings', () => {
    expect(find(`خبر.\n${ORIGINAL}`, remember('،'))).toEqual({ text: '،', confidence: 'exact' });
  });

  it('makes an orphan of a sign whose surroundings are gone', () => {
    expect(resolve('كلام، وكلام', 'new', remember('،'))).toEqual({
      state: 'orphan',
      reason: 'not-found',
    });
  });
});

it('resolves many passages with one resolver', () => {
  const resolver = createResolver(`${THIRD}\n${ORIGINAL}`, 'new');

  const found = ['المتحدث باسم القيادة', 'الوزير أن الخطة'].map((passage) =>
    resolver.resolve(remember(passage)),
  );

  expect(found.map(({ state }) => state)).toEqual(['anchored', 'anchored']);
});
