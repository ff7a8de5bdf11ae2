import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { prepareArticle } from './exported.ts';
import { exportMarkdown } from './export-markdown.ts';
import { setMeaningNames } from '#shared/i18n/own-names.ts';
import { NOW, sampleArticle, exported, mark } from './testing/marked-article.ts';

const OPTIONS = { onlyNotes: false, citations: true, now: NOW };

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
