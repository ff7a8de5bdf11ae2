import { describe, expect, it } from 'vitest';
import { exportHtml } from './export-html.ts';
import { NOW, sampleArticle, exported, mark } from './testing/marked-article.ts';

const OPTIONS = { onlyNotes: false, citations: true, now: NOW };
const article = sampleArticle();

/** Returns the elements in order; throws when they are not well nested. */
function readElements(html: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta'].includes(name)) continue;
    if (!close) {
      open.push(name);
      seen.push(name);
    } else if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
  }
  expect(open).toEqual([]);
  return seen;
}

const textOf = (html: string): string =>
  html
    .replace(/<sup>.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('the HTML export', () => {
  it('is one page right to left that runs nothing and fetches nothing', () => {
    const html = exportHtml(exported(article), OPTIONS);

    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<img|src=|https?:/);
    expect(readElements(html)).toContain('article');
  });

  it('marks overlapping passages, well nested, and does not change the text', () => {
    const html = exportHtml(
      exported(
        article,
        mark(article, 1, 'أسيجة وكاميرات حرارية', { note: 'أولى' }),
        mark(article, 2, 'وكاميرات حرارية 😀 عند الحدود', { meaning: 'question', note: 'ثانية' }),
        mark(article, 3, 'الماضي.\nعنوان فرعي\nقال المتحدث', { meaning: 'followup' }),
      ),
      OPTIONS,
    );

    readElements(html);
    expect(html).toContain(
      '<mark class="fact">أسيجة </mark><mark class="fact"><mark class="question">وكاميرات حرارية</mark></mark>' +
        '<sup><a id="a1-ref-1" href="#a1-note-1">1</a></sup><mark class="question"> 😀 عند الحدود</mark>',
    );
    expect(html).toContain('<h2><mark class="followup">عنوان فرعي</mark></h2>');
    expect(html).toMatch(/<li id="a1-note-2"><div class="note" dir="auto">ثانية<\/div>/);
    const body = /<h1>[\s\S]*?(?=<section)/.exec(html)?.[0] ?? '';
    expect(textOf(body)).toContain(article.blocks.map(({ text }) => text).join('\n'));
  });

  it('escapes notes, titles and tags', () => {
    const hostile = sampleArticle({ title: '<img src=x onerror=1>' });
    const note = '</textarea><img src=x onerror=1> "\'&';

    const html = exportHtml(
      exported(hostile, mark(hostile, 1, 'المتحدث', { note, tags: ['<b>'] })),
      OPTIONS,
    );

    expect(html).toContain('&lt;/textarea&gt;&lt;img src=x onerror=1&gt; &quot;&#39;&amp;');
    expect(html).not.toMatch(/<(?:img|b|textarea)\b/);
    readElements(html);
  });

  it('lists marks without an anchor', () => {
    const other = sampleArticle({}, ['نص آخر تمامًا لا يشبه الأول في شيء.', 'ولا كلمة.']);

    const html = exportHtml(
      exported(other, mark(article, 1, 'المتحدث', { note: 'باقية' })),
      OPTIONS,
    );

    expect(html).toContain('تمييزات لم يُعثر على مواضعها');
    expect(html).toContain('>المتحدث</mark>');
    expect(html).toContain('باقية');
  });
});
