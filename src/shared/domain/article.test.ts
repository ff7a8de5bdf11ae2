import { describe, expect, it } from 'vitest';
import { type Article, NOTHING_COMPUTED, splitSummary, summarize } from './article.ts';
import { anArticleSummary } from './testing/an-article-summary.ts';

function leadOf(title: string, author: string | null, ...texts: string[]): string {
  const { standfirst: _, ...metadata } = anArticleSummary('a', { title, author });
  const blocks = texts.map((text, at) => ({ id: `b${at}`, kind: 'paragraph' as const, text }));
  return summarize({ ...metadata, blocks } satisfies Article).standfirst;
}

describe('the lead of a summary', () => {
  it('does not repeat the title or the author, whatever their punctuation and tashkeel', () => {
    expect(
      leadOf(
        'رحلة الورق: من سمرقند إلى قرطبة',
        'سلمى الحكيم',
        'رِحلة الورق',
        'من سمرقند إلى قرطبة',
        'تأليف: سلمى الحكيم',
        'رحلة الورق — من سمرقند إلى قرطبة، سلمى الحكيم، 2019',
        'وصل الورق إلى سمرقند قبل أن يصل إلى قرطبة بقرون.',
      ),
    ).toBe('تأليف: سلمى الحكيم');
    expect(
      leadOf(
        'رحلة الورق: من سمرقند إلى قرطبة',
        'سلمى الحكيم',
        'رِحلة الورق',
        'سلمى الحكيم',
        'رحلة الورق — من سمرقند إلى قرطبة، سلمى الحكيم، 2019',
        'وصل الورق إلى سمرقند قبل أن يصل إلى قرطبة بقرون.',
      ),
    ).toBe('وصل الورق إلى سمرقند قبل أن يصل إلى قرطبة بقرون.');
  });

  it('may be a paragraph that begins with the words of the title and continues', () => {
    const text =
      'عاد المزارعون إلى حقولهم بعد موسم أمطار طويل أتى على أكثر ما زرعوه في العام الماضي.';
    expect(leadOf('عاد المزارعون إلى حقولهم', null, text)).toBe(text);
  });

  it('is empty when the text says nothing else', () => {
    expect(leadOf('خبر قصير', null, 'خبر قصير')).toBe('');
  });
});

describe('the parts of a summary', () => {
  it('are the details, which an article stores, and what was computed from its text', () => {
    const summary = anArticleSummary('a', { standfirst: 'تمهيد' });

    const { details, computed } = splitSummary(summary);

    expect(computed).toEqual({ ...NOTHING_COMPUTED, standfirst: 'تمهيد' });
    for (const name of Object.keys(NOTHING_COMPUTED)) expect(details).not.toHaveProperty(name);
    expect({ ...details, ...computed }).toEqual(summary);
  });
});
