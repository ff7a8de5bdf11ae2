import { describe, expect, it } from 'vitest';
import { readDocument } from '#main/convert/read-document.ts';
import { CONTAINER } from './write-epub.ts';
import { writeZip } from './write-zip.ts';

/** Returns the author, date and address of a document, as each format states them. */
async function read(source: string | Uint8Array, name: string) {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const outcome = await readDocument(bytes, name);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { title, author, outlet, date, address, tags, blocks, remarks } = outcome.value;
  return {
    title: title?.value ?? null,
    author: author?.value ?? null,
    outlet: outlet?.value ?? null,
    date: date?.value ?? null,
    address: address?.value ?? null,
    tags,
    remarks: remarks.map(({ code }) => code),
    lines: blocks.map(({ kind, text }) => `${kind}: ${text}`),
  };
}

const SENTENCE = 'ارتفع منسوب النهر مترًا كاملًا خلال الأسبوع الماضي، ودعت الوزارة السكان إلى الحذر.';

describe('front matter', () => {
  it('states author, day, tags and address', async () => {
    const text = `---
title: منسوب النهر
author: [سامي الجبوري, رنا توفيق]
date: 08/10/2016
tags: [أمن, "#مياه", أمن]
url: https://example.org/نهر?a=1
---

${SENTENCE}
`;

    expect(await read(text, 'a.md')).toMatchObject({
      author: 'سامي الجبوري، رنا توفيق',
      date: '2016-10-08',
      tags: ['أمن', 'مياه'],
      address: 'https://example.org/%D9%86%D9%87%D8%B1?a=1',
      remarks: [],
    });
  });

  it('is read the same with the line ends of Windows', async () => {
    const text = `---\ntitle: منسوب النهر\nauthor: >\n  سامي\n  الجبوري\ndate: 2014\n---\n\n## عنوان\n\n${SENTENCE}\n`;
    const plain = await read(text, 'a.md');
    expect(plain).toMatchObject({ author: 'سامي الجبوري', date: '2014' });

    expect(await read(text.replaceAll('\n', '\r\n'), 'a.md')).toEqual(plain);
  });

  it.each([
    ['2016-10-08', '2016-10-08'],
    ['2016-10-08T21:00:00+03:00', '2016-10-08'],
    ['2014', '2014'],
    ['٢٠١٤', '2014'],
    ['2020-09-24~', '2020-09-24~'],
  ])('gives exactly what it states: %s', async (date, edtf) => {
    expect((await read(`---\ndate: ${date}\n---\n\n${SENTENCE}`, 'a.md')).date).toBe(edtf);
  });

  it('tells a source from an address, and reads tags on one line, names that are links, and names in Arabic', async () => {
    const text = `---
Source: https://example.org/a
Publisher: صحيفة الضفاف
الكاتب: "[[people/salim|سالم العبيدي]]"
Tags: "مياه، سدود, #أنهار"
---
${SENTENCE}`;

    expect(await read(text, 'a.md')).toMatchObject({
      author: 'سالم العبيدي',
      outlet: 'صحيفة الضفاف',
      address: 'https://example.org/a',
      tags: ['مياه', 'سدود', 'أنهار'],
    });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@example.org', 'example.org'])(
    'leads nowhere but to pages: %s',
    async (url) => {
      expect((await read(`---\nurl: ${url}\n---\n${SENTENCE}`, 'a.md')).address).toBeNull();
    },
  );
});

describe('a page', () => {
  const page = (head: string, before = '') =>
    `${before}<!doctype html><html><head>${head}</head><body><h1>منسوب النهر</h1><p>${SENTENCE}</p></body></html>`;

  it('states its address in its head', async () => {
    const head =
      '<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b"><meta name="dcterms.date" content="2014"><meta name="citation_author" content="رنا توفيق"><meta name="citation_author" content="سامي الجبوري">';

    expect(await read(page(head), 'a.html')).toMatchObject({
      address: 'https://example.org/a',
      date: '2014',
      author: 'رنا توفيق، سامي الجبوري',
    });
  });

  it('states its address in linked data or in a comment of the browser', async () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      mainEntityOfPage: { '@id': 'https://example.org/c' },
    });

    expect(
      (await read(page(`<script type="application/ld+json">${data}</script>`), 'a.html')).address,
    ).toBe('https://example.org/c');
    const saved = '<!-- saved from url=(0021)https://example.org/d -->';
    expect((await read(page('<title>ن</title>', saved), 'a.html')).address).toBe(
      'https://example.org/d',
    );
  });

  it('that was saved as one file states where it was saved from', async () => {
    const archive = [
      'From: <Saved by a browser>',
      'Snapshot-Content-Location: https://example.org/e',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="x"',
      '',
      '--x',
      'Content-Type: text/html; charset=utf-8',
      'Content-Location: https://example.org/e',
      '',
      page('<title>ن</title>'),
      '--x--',
    ].join('\r\n');

    expect((await read(archive, 'a.mhtml')).address).toBe('https://example.org/e');
  });
});

describe('a book', () => {
  const book = (metadata: string) =>
    writeZip([
      { name: 'mimetype', bytes: 'application/epub+zip' },
      { name: 'META-INF/container.xml', bytes: CONTAINER },
      {
        name: 'OEBPS/content.opf',
        bytes: `<package xmlns:opf="http://www.idpf.org/2007/opf"><metadata>${metadata}</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
      },
      { name: 'OEBPS/a.xhtml', bytes: `<html><body><p>${SENTENCE}</p></body></html>` },
    ]);

  it('is of the year in its date, in any digits', async () => {
    const bytes = book(
      '<dc:title>كتاب</dc:title><dc:date>٢٠١٤</dc:date><dc:source>https://example.org/book</dc:source>',
    );

    expect(await read(bytes, 'a.epub')).toMatchObject({
      date: '2014',
      address: 'https://example.org/book',
    });
  });

  it('was published on its own date, not when its file was changed', async () => {
    const bytes = book(
      '<dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="creation">2019</dc:date><dc:date opf:event="publication">2011-05</dc:date>',
    );

    expect((await read(bytes, 'a.epub')).date).toBe('2011-05');
  });

  it('has no date if a program wrote its date for an unknown one', async () => {
    expect((await read(book('<dc:date>0101-01-01T00:00:00+00:00</dc:date>'), 'a.epub')).date).toBe(
      null,
    );
  });
});

describe('a Word document', () => {
  const document = (core: string) =>
    writeZip([
      { name: '[Content_Types].xml', bytes: '<Types/>' },
      {
        name: 'word/document.xml',
        bytes: `<w:document><w:body><w:p><w:r><w:t>${SENTENCE}</w:t></w:r></w:p></w:body></w:document>`,
      },
      { name: 'docProps/core.xml', bytes: `<cp:coreProperties>${core}</cp:coreProperties>` },
    ]);

  it('states who wrote it and when', async () => {
    const core =
      '<dc:creator>رنا توفيق; سامي الجبوري</dc:creator><dcterms:created>2018-03-04T05:06:07Z</dcterms:created>';

    expect(await read(document(core), 'a.docx')).toMatchObject({
      author: 'رنا توفيق، سامي الجبوري',
      date: '2018-03-04',
    });
  });

  it('does not name the program that made it as its author', async () => {
    const core =
      '<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>';

    expect(await read(document(core), 'a.docx')).toMatchObject({ author: null, date: null });
  });
});

describe('a text of OpenITI', () => {
  const header = (lines: readonly string[]) =>
    ['######OpenITI#', '', ...lines, '', '#META#Header#End#', ''].join('\n');

  it('has the title, the author, the edition and the address of its header', async () => {
    const text = `${header([
      '#META# 010.AuthorAKA\t:: NODATA',
      '#META# 010.AuthorNAME\t:: سالم بن ناصر الضفافي',
      '#META# 020.BookTITLE\t:: كتاب الأنهار',
      '#META# 031.LibURL\t:: http://example.org/book/7',
      '#META# 041.EdNUMBER\t:: الأولى، 1418هـ - 1997م',
      '#META# 043.EdPUBLISHER\t:: دار الضفاف',
    ])}
### | مقدمة المؤلف
# قال سالم إن الأنهار التي عرفها الناس في تلك البلاد أربعة، وإن أطولها ينبع من الجبال
~~البعيدة ويصب PageV01P012 في البحر ms003.
### || باب في الينابيع
# يا نهر سر إلى البعيد %~% ولا تعد إلى القريب
# PageV01P013
`;

    expect(await read(text, '0400Salim.Anhar-ara1')).toEqual({
      title: 'كتاب الأنهار',
      author: 'سالم بن ناصر الضفافي',
      outlet: 'دار الضفاف',
      date: '1997',
      address: 'http://example.org/book/7',
      tags: [],
      remarks: [],
      lines: [
        'heading: مقدمة المؤلف',
        'paragraph: قال سالم إن الأنهار التي عرفها الناس في تلك البلاد أربعة، وإن أطولها ينبع من الجبال البعيدة ويصب في البحر .',
        'heading: باب في الينابيع',
        'verse: يا نهر سر إلى البعيد … ولا تعد إلى القريب',
      ],
    });
  });

  it('is read with other variants of the header, and after a byte order mark', async () => {
    const text = `\uFEFF${header(['#META# الكتاب: كتاب السدود ¶ المؤلف: رنا بنت توفيق ¶ الناشر: دار النهر'])}# ${SENTENCE}\n`;

    expect(await read(text, 'a.mARkdown')).toMatchObject({
      title: 'كتاب السدود',
      author: 'رنا بنت توفيق',
      outlet: 'دار النهر',
      lines: [`paragraph: ${SENTENCE}`],
    });
  });

  it('of a Hijri year gets the year that contains most of it, as approximate', async () => {
    const text = `${header(['#META# 020.BookTITLE :: كتاب', '#META# 045.EdYEAR :: 1412'])}# ${SENTENCE}\n`;

    expect(await read(text, 'a')).toMatchObject({
      date: '1991~',
      remarks: ['import/date-from-hijri'],
    });
  });
});

describe('a report of a news collection', () => {
  it('has its headline as title, and no tag in its text', async () => {
    const text = `<DOC>
<DOCNO> NHR20040115.0007 </DOCNO>
<DOCTYPE> NEWS STORY </DOCTYPE>
<HEADLINE>
منسوب النهر يرتفع مترًا
</HEADLINE>
<BYLINE> سامي الجبوري </BYLINE>
<TEXT>
<P>
${SENTENCE}
</P>
<P>
وتراقب الفرق الفنية السدود ليلًا ونهارًا.
</P>
</TEXT>
</DOC>
`;

    expect(await read(text, 'nhr.sgm')).toMatchObject({
      title: 'منسوب النهر يرتفع مترًا',
      author: 'سامي الجبوري',
      date: '2004-01-15',
      lines: [`paragraph: ${SENTENCE}`, 'paragraph: وتراقب الفرق الفنية السدود ليلًا ونهارًا.'],
    });
  });

  it('can be one of several, each under its headline, with the first as title', async () => {
    const one = (title: string) =>
      `<DOC id="a"><TITLE>${title}</TITLE><TEXT>\n${SENTENCE}\n</TEXT></DOC>\n`;

    expect(await read(one('الخبر الأول') + one('الخبر الثاني'), 'a.txt')).toMatchObject({
      title: 'الخبر الأول',
      lines: [`paragraph: ${SENTENCE}`, 'heading: الخبر الثاني', `paragraph: ${SENTENCE}`],
    });
  });
});
