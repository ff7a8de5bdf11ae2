import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { prepareArticle } from './exported.ts';
import { exportMarkdown } from './export-markdown.ts';
import { setMeaningNames } from '#shared/i18n/own-names.ts';
import { RICH_BLOCKS, rangeOf, structuredArticle } from './testing/structured-article.ts';
import { NOW, sampleArticle, exported, mark } from './testing/marked-article.ts';

const OPTIONS = { onlyNotes: false, citations: true, text: false, now: NOW };

const write = (note: string): string => {
  const article = sampleArticle();
  return exportMarkdown(exported(article, mark(article, 1, 'المتحدث', { note })), OPTIONS);
};

/** Returns the lines that form the structure, which begin with a sign of Markdown. */
const structure = (text: string): string[] =>
  text
    .split(/\n---\n/)
    .slice(1)
    .join('\n')
    .split('\n')
    .filter((line) => /^\s*(?:#|>|---|===|[-+*] |\d+\. |```|<|\^|!\[|\t)/.test(line));

describe('the Markdown export', () => {
  it('has front matter, the passage as a quotation, the note and the source', () => {
    const text = write('ملاحظة');

    const [, front = ''] = text.split('---\n');
    expect(parse(front)).toMatchObject({
      title: 'الحدود مع سوريا',
      source: 'ناس',
      date: '2020-09-25',
      hijri: '8 صفر 1442',
      annotations: 1,
      tags: ['hashiya'],
    });
    expect(text).toContain('## الفقرة 2 · واقعة\n\n> المتحدث\n\nملاحظة\n\n— الحدود مع سوريا، ناس');
    expect(text).toContain('\n\n^00000000-0000-4000-8000-000000000001\n');
  });

  it.each([
    '# عنوان\n---\n> اقتباس',
    '![x](http://127.0.0.1/)',
    '<script>alert(1)</script>',
    '- قائمة\n+ أخرى\n* ثالثة\n1. رابعة\n2) خامسة',
    'فقرة\n\n\n    شيفرة\n```\nشيفرة\n```',
    'نص\n===\nنص\n---',
    '\t\tشيفرة\r\n\u2028# عنوان',
    '[[رابط]] %%تعليق%% ==تمييز== $x$ #وسم ^معرف',
  ])('keeps %j inside its note', (note) => {
    const text = write(note);

    expect(structure(text)).toEqual(structure(write('ملاحظة')));
    expect(text).not.toMatch(/(?<!\\)(?:!\[|<script|\[\[|%%|==|\$x)/);
  });

  it('has a title, an outlet and a meaning on one line each, whatever line ends they contain', () => {
    const ends = 'عنوان\n\n- قائمة\n1. أولى\r+ أخرى\u2028> قول\n    شيفرة';
    const article = { ...sampleArticle(), title: ends, outlet: ends, author: ends };
    setMeaningNames({ fact: ends });
    const text = exportMarkdown(exported(article, mark(article, 1, 'المتحدث')), OPTIONS);
    setMeaningNames({});

    expect(structure(text)).toEqual([
      expect.stringMatching(/^# عنوان/),
      expect.stringMatching(/^## /),
      '> المتحدث',
      expect.stringMatching(/^\^/),
    ]);
    expect(text.slice(text.indexOf('\n---\n'))).not.toMatch(/[\r\u2028]/u);
  });

  it('keeps the lines of a note and of a passage across two paragraphs', () => {
    const article = sampleArticle();
    const passage = mark(article, 1, 'مع سوريا في الأسبوع الماضي.\nعنوان فرعي', {
      note: 'أ\nب\n\nج',
    });

    const text = exportMarkdown(exported(article, passage), OPTIONS);

    expect(text).toContain('> مع سوريا في الأسبوع الماضي.\n>\n> عنوان فرعي\n\nأ\\\nب\n\nج\n');
  });

  it('writes the tags in a form that Obsidian accepts', () => {
    const article = sampleArticle();
    const tagged = mark(article, 1, 'المتحدث', { tags: ['أمن الحدود', '<b>'] });

    const text = exportMarkdown(exported(article, tagged), OPTIONS);

    expect(text).toContain('\n\n#أمن_الحدود #b\n\n');
    expect(text).toContain('tags: ["hashiya","أمن_الحدود","b"]');
  });

  it('keeps a tag in a note as a tag, and makes everything else plain text', () => {
    const text = write('#عنوان ليس\nراجع #أمن_الحدود-2 و#53 و\\#لا #_هامش_');

    expect(text).toContain('#عنوان ليس\\\nراجع #أمن_الحدود\\-2 و\\#53 و\\\\#لا \\#\\_هامش\\_\n');
    expect(text).toContain('tags: ["hashiya","عنوان","أمن_الحدود","لا"]');
  });

  it('leaves nothing out when the article is missing or has changed', () => {
    const article = sampleArticle();
    const gone = mark(article, 1, 'المتحدث');

    expect(exportMarkdown([prepareArticle(article.id, null, [gone])], OPTIONS)).toContain(
      '# sample\n\n## موضع غير معروف · واقعة\n\n> المتحدث',
    );
  });
});

describe('the text in the Markdown export', () => {
  const rich = structuredArticle(RICH_BLOCKS, [{ label: '12', words: 'سبع درجات' }]);
  const marks = [
    mark(rich, 1, 'القديم ينزل من السوق', { note: 'ملاحظة' }),
    mark(rich, 2, 'حبل\n4. أدوات\nمجداف', { meaning: 'question' }),
    mark(rich, 3, 'القارب | الحمولة\nالهلال | قمح وتمر'),
    mark(rich, 4, 'قمح وتمر'),
  ];

  it('has notes as footnotes, pages as labels, and marks that lead to their notes', () => {
    const text = exportMarkdown(exported(rich, ...marks), { ...OPTIONS, text: true });

    expect(text).toContain(
      [
        '\n# الحدود مع سوريا',
        '## باب الماء',
        '### فصل السلّم',
        'كان <strong>السلّم </strong><mark class="fact"><strong>القديم</strong> ينزل من [السوق](https://example.org/s?a=1&b=%282%29)</mark><sup>[1](#^00000000-0000-4000-8000-000000000001)</sup> إلى *الماء*، وله \\[ص 12\\] سبع درجات [^1] من حجر أسود.',
        '> من نزل إلى الماء عرف الدرج.\n>\n> - <mark class="question">حبل</mark>',
        '4. <mark class="question">أدوات</mark>\n   - <mark class="question">مجداف</mark>\n   - مرساة\n5. رجال',
        '| <mark class="fact">القارب</mark> | <mark class="fact">الحمولة</mark> |\n| --- | --- |',
      ].join('\n\n'),
    );
    expect(text).toContain('\n\n[^1]: عدّها الزائر الأوّل تسعًا.\n\n## التمييزات والملاحظات\n\n### ');
  });

  it('writes a passage of several blocks as the document has them', () => {
    const text = exportMarkdown(exported(rich, ...marks), OPTIONS);

    expect(text).toContain('> > - حبل\n>\n> 4. أدوات\n>    - مجداف\n\n');
    expect(text).toContain('> | القارب | الحمولة |\n> | --- | --- |\n> | الهلال | قمح و**تمر** |');
    expect(text).toContain('\n\n> قمح و**تمر**\n\n');
    expect(text).not.toContain('باب الماء');
  });

  it('fills the places that a cell covers', () => {
    const row = (text: string, spans: object, begins?: true) => ({
      kind: 'row' as const,
      text,
      row: {
        ...(begins && { begins }),
        cells: text.split(' | ').map((cell, index) => ({
          ...rangeOf(text, cell),
          ...(index === 0 && spans),
        })),
      },
    });
    const table = structuredArticle([
      row('أ | ب', { columns: 2, rows: 2 }, true),
      row('ج', {}),
      row('د | هـ | و', {}),
    ]);
    const text = exportMarkdown(exported(table), { ...OPTIONS, text: true });

    expect(text).toContain(
      '|  |  |  |\n| --- | --- | --- |\n| أ |  | ب |\n|  |  | ج |\n| د | هـ | و |',
    );
  });

  it('takes no long time for a table whose cells claim to cover everything', () => {
    const cells = Array.from({ length: 500 }, (_, at) => ({
      start: at,
      end: at + 1,
      columns: 1000,
      rows: 1000,
    }));
    const rows = Array.from({ length: 40 }, () => ({
      kind: 'row' as const,
      text: 'س'.repeat(500),
      row: { cells },
    }));
    const text = exportMarkdown(exported(structuredArticle(rows)), { ...OPTIONS, text: true });

    expect(text.length).toBeLessThan(1_000_000);
  });
});
