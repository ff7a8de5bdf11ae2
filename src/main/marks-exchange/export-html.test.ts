import { describe, expect, it } from 'vitest';
import { exportHtml } from './export-html.ts';
import { RICH_BLOCKS, structuredArticle } from './testing/structured-article.ts';
import { NOW, sampleArticle, exported, mark } from './testing/marked-article.ts';

const OPTIONS = { onlyNotes: false, citations: true, text: false, now: NOW };
const article = sampleArticle();

/** Returns the elements in order; throws when they are not well nested. */
function readElements(html: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta', 'hr'].includes(name)) continue;
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
      '<mark class="fact">أسيجة <mark class="question">وكاميرات حرارية</mark></mark>' +
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

describe('the structure in the HTML export', () => {
  it('keeps marks and their numbers in cells, items and verse, also where text is left out', () => {
    const rich = structuredArticle(RICH_BLOCKS);
    const html = exportHtml(
      exported(
        rich,
        mark(rich, 1, '4. ', { note: 'الرقم' }),
        mark(rich, 2, 'الهلال | ', { note: 'بين خانتين' }),
        mark(rich, 3, 'سِر بنا … إلى', { note: 'شطران' }),
        mark(rich, 4, '5. رجال\nالقارب', { note: 'سطران' }),
      ),
      OPTIONS,
    );

    readElements(html);
    const shown = html.replace(/<sup><a id="a1-ref-(\d)"[^>]*>\d<\/a><\/sup>/g, '($1)');
    expect(shown).toContain('<ol start="4">\n<li><p>أدوات(1)</p>');
    expect(shown).toContain('<li><mark class="fact">رجال</mark></li>');
    expect(shown).toContain('<th><mark class="fact">القارب</mark>(2)</th>');
    expect(shown).toContain('<tr><td><mark class="fact">الهلال</mark>(3)</td>');
    expect(shown).toContain(
      '<span>يا ماءُ <mark class="fact">سِر بنا</mark></span> <span class="sign">…</span> <span><mark class="fact">إلى</mark>(4) حيث',
    );
  });

  it('writes numbers as they are when a list would count otherwise', () => {
    const item = (text: string, begins?: true) => ({
      kind: 'item' as const,
      text,
      list: { depth: 0, marker: 3, isOrdered: true as const, ...(begins && { begins }) },
    });
    const html = exportHtml(
      exported(structuredArticle([item('1. أول', true), item('3. ثالث')])),
      OPTIONS,
    );

    expect(html).toContain('<ul class="signed">\n<li>1. أول</li>\n<li>3. ثالث</li>\n</ul>');
  });

  it('lets no document put script, an element or another address into the page', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const inline = (kind: 'link' | 'reference', rest: object) =>
      [{ kind, start: 0, end: 4, ...rest }] as never;
    const html = exportHtml(
      exported(
        structuredArticle(
          [
            { kind: 'heading', text: evil, level: 6 },
            { kind: 'code', text: evil },
            { kind: 'verse', text: evil },
            { kind: 'image', text: evil, figure: { asset: null, alt: evil } },
            { kind: 'row', text: evil, row: { cells: [{ start: 0, end: 5, isHeader: true }] } },
            { kind: 'note', text: evil, sign: evil },
            {
              kind: 'paragraph',
              text: evil,
              inline: inline('link', { href: 'javascript:alert(1)' }),
            },
            {
              kind: 'paragraph',
              text: evil,
              inline: inline('link', { href: `https://a.example/?q='"<b>` }),
            },
            {
              kind: 'paragraph',
              text: evil,
              inline: inline('link', { href: 'file:///etc/passwd' }),
            },
            { kind: 'paragraph', text: evil, inline: inline('reference', { to: 99_999 }) },
          ],
          [{ label: evil, words: 'script' }],
        ),
      ),
      OPTIONS,
    );

    readElements(html);
    expect(html).not.toMatch(/<(?:script|img)|javascript:|file:/);
    expect([...html.matchAll(/ (?:on\w+|src)=(?=["'])/g)]).toEqual([]);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://a.example/?q=%27%22%3Cb%3E',
    ]);
  });

  it('puts no link into a link', () => {
    const text = 'راجع الباب الثاني هناك';
    const html = exportHtml(
      exported(
        structuredArticle([
          {
            kind: 'paragraph',
            text,
            inline: [
              { kind: 'link', start: 0, end: 17, href: 'https://example.org/' },
              { kind: 'reference', start: 5, end: 17, to: 0 },
            ],
          },
        ]),
      ),
      OPTIONS,
    );

    expect(html).toContain('rel="noreferrer">راجع الباب الثاني</a> هناك');
  });
});
