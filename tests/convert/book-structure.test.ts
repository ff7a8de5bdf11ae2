import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '#main/convert/document.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { CONTAINER } from './write-epub.ts';
import { writeZip } from './write-zip.ts';

interface Book {
  readonly metadata?: string;
  /** The bodies of the chapters `1.xhtml`, `2.xhtml`, … */
  readonly chapters: readonly string[];
  readonly nav?: string;
  readonly ncx?: string;
}

async function read({ metadata = '', chapters, nav, ncx }: Book): Promise<ImportedDocument> {
  const items = chapters.map(
    (_, at) =>
      `<item id="c${at + 1}" href="text/${at + 1}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const lists = [
    nav &&
      '<item id="nav" href="lists/nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    ncx && '<item id="ncx" href="lists/toc.ncx" media-type="application/x-dtbncx+xml"/>',
  ];
  const opf = `<package unique-identifier="id"><metadata><dc:title>سيرة قارب</dc:title>${metadata}</metadata><manifest>${[...items, ...lists].join('')}</manifest><spine toc="ncx">${chapters.map((_, at) => `<itemref idref="c${at + 1}"/>`).join('')}</spine></package>`;
  const bytes = writeZip([
    { name: 'mimetype', bytes: 'application/epub+zip' },
    { name: 'META-INF/container.xml', bytes: CONTAINER },
    { name: 'OEBPS/content.opf', bytes: opf },
    ...chapters.map((body, at) => ({
      name: `OEBPS/text/${at + 1}.xhtml`,
      bytes: `<html><body>${body}</body></html>`,
    })),
    { name: 'OEBPS/lists/nav.xhtml', bytes: `<html><body>${nav ?? ''}</body></html>` },
    { name: 'OEBPS/lists/toc.ncx', bytes: `<ncx>${ncx ?? ''}</ncx>` },
  ]);
  const outcome = await readDocument(bytes, 'book.epub');
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

/** Returns the levels and titles of the contents, with the text at which each leads. */
function contentsOf({ structure, blocks }: ImportedDocument) {
  const text = blocks.map((block) => block.text).join('\n');
  return structure?.outline.map(({ level, title, at }) => [level, title, text.slice(at, at + 8)]);
}

const CHAPTERS = [
  '<div id="p1">بناء القارب</div><p>جمع النجار ألواح التوت في أول الربيع.</p><p id="tar">ثم طلاها بالقار.</p>',
  '<p>عاد القارب إلى المرسى في الخريف.</p>',
];

describe('the contents of a book', () => {
  it('come from its navigation, with places where no heading stands', async () => {
    const document = await read({
      chapters: CHAPTERS,
      nav: `<nav epub:type="landmarks"><ol><li><a href="../text/2.xhtml">خطأ</a></li></ol></nav><nav epub:type="toc"><h1>فهرس</h1><ol><li><a href="../text/1.xhtml">بناء القارب</a>
<ol><li><a href="../text/1.xhtml#tar">الطلاء</a></li></ol></li><li><span>العودة</span><ol><li><a href="../text/2.xhtml#gone">في الخريف</a></li></ol></li></ol></nav>`,
    });

    expect(contentsOf(document)).toEqual([
      [1, 'بناء القارب', 'بناء الق'],
      [2, 'الطلاء', 'ثم طلاها'],
      [1, 'العودة', 'عاد القا'],
      [2, 'في الخريف', 'عاد القا'],
    ]);
    expect(document.blocks[0]).toEqual({ kind: 'heading', text: 'بناء القارب', level: 1 });
    expect(document.blocks.slice(1).every(({ kind }) => kind === 'paragraph')).toBe(true);
  });

  it('lead to a picture that stands alone in its chapter', async () => {
    const document = await read({
      chapters: ['<figure><img src="cover.jpg" alt="غلاف"/></figure>', ...CHAPTERS],
      nav: '<nav epub:type="toc"><ol><li><a href="../text/1.xhtml">الغلاف</a></li><li><a href="../text/2.xhtml">بناء القارب</a></li></ol></nav>',
    });
    expect(contentsOf(document)).toEqual([
      [1, 'الغلاف', 'غلاف\nبنا'],
      [1, 'بناء القارب', 'بناء الق'],
    ]);
  });

  it('come from its NCX when it has nothing newer', async () => {
    const point = (label: string, src: string, inner = '') =>
      `<navPoint><navLabel><text>${label}</text></navLabel><content src="../text/${src}"/>${inner}</navPoint>`;
    const document = await read({
      metadata: '<dc:creator>هند الصياد</dc:creator>',
      chapters: CHAPTERS,
      ncx: `<navMap>${point('الأول', '1.xhtml', point('القار', '1.xhtml#tar'))}${point('الثاني', '2.xhtml')}</navMap><pageList><pageTarget value="9"><navLabel><text>٩</text></navLabel><content src="../text/1.xhtml#tar"/></pageTarget></pageList>`,
    });

    expect(contentsOf(document)).toEqual([
      [1, 'الأول', 'بناء الق'],
      [2, 'القار', 'ثم طلاها'],
      [1, 'الثاني', 'عاد القا'],
    ]);
    expect(document.structure?.pages.map(({ label }) => label)).toEqual(['٩']);
    expect(document.publication?.chapters).toBe(2);
  });

  it('keep an entry that leads to a heading which repeats the title', async () => {
    const document = await read({
      chapters: ['<h1 id="t">سيرة قارب</h1><p>كان قاربا صغيرا.</p>'],
      nav: '<nav epub:type="toc"><ol><li><a href="../text/1.xhtml#t">سيرة قارب</a></li></ol></nav>',
    });

    expect(contentsOf(document)).toEqual([[1, 'سيرة قارب', 'كان قارب']]);
  });
});

it('printed pages begin where the list or the page break says, once each', async () => {
  const document = await read({
    chapters: [
      '<p>صفحة <span id="pg3" epub:type="pagebreak"/>ثالثة تبدأ هنا</p><p>آخرها<span epub:type="pagebreak" title="٤"/></p>',
      '<div role="doc-pagebreak" id="pg5" aria-label="5"></div><p>خامسة</p>',
    ],
    nav: '<nav epub:type="page-list"><ol><li><a href="../text/1.xhtml#pg3">٣</a></li><li><a href="../text/2.xhtml#pg5">٥</a></li></ol></nav>',
  });
  const text = document.blocks.map((block) => block.text).join('\n');

  expect(document.structure?.pages.map(({ label, at }) => [label, text.slice(at)])).toEqual([
    ['٣', 'ثالثة تبدأ هنا\nآخرها\nخامسة'],
    ['٤', 'خامسة'],
    ['٥', 'خامسة'],
  ]);
});

it('links and notes lead to other chapters', async () => {
  const document = await read({
    chapters: [
      '<p id="here">انظر <a href="2.xhtml#end">الخاتمة</a> أو <a href="2.xhtml">الفصل</a><a epub:type="noteref" href="2.xhtml#n">١</a>.</p>',
      '<p>بداية</p><p id="end">ختام</p><aside epub:type="footnote" id="n"><p>حاشية. <a role="doc-backlink" href="1.xhtml#here">عودة</a></p><p>وتتمتها.</p></aside>',
    ],
  });
  const [first, , , note, more] = document.blocks;

  const text = document.blocks.map((block) => block.text).join('\n');
  const leads = first?.inline?.map((part) => [
    first.text.slice(part.start, part.end),
    text.slice(part.to, (part.to ?? 0) + 4),
  ]);
  expect(leads).toEqual([
    ['الخاتمة', 'ختام'],
    ['الفصل', 'بداي'],
    ['[١]', '[١] '],
  ]);
  expect([note, more]).toEqual([
    {
      kind: 'note',
      text: '[١] حاشية.',
      sign: '١',
      inline: [{ kind: 'reference', start: 0, end: 3, to: 0 }],
    },
    { kind: 'note', text: 'وتتمتها.' },
  ]);
});

it('the people, the publisher and the number of a book are told, and the author is not its translator', async () => {
  const { author, publication, date } = await read({
    metadata: `<dc:creator opf:role="aut">هند الصياد</dc:creator><dc:creator id="t">Omar Reed</dc:creator><meta refines="#t" property="role">trl</meta>
<dc:contributor opf:role="edt">ليث المحرر</dc:contributor><dc:contributor opf:role="bkp">calibre (7.1)</dc:contributor><dc:publisher>دار المرسى</dc:publisher>
<dc:identifier id="id">urn:uuid:0f0e0d0c-0b0a-0908-0706-050403020100</dc:identifier><dc:identifier>urn:isbn:٩٧٨-٠-٠٠-٠٠٠٠٠٠-٢</dc:identifier><dc:date>٢٠١٤</dc:date>`,
    chapters: CHAPTERS,
  });

  expect(author).toEqual({ value: 'هند الصياد', from: 'metadata' });
  expect(date?.value).toBe('2014');
  expect(publication).toMatchObject({
    people: [
      { name: 'هند الصياد', role: 'author' },
      { name: 'Omar Reed', role: 'translator' },
      { name: 'ليث المحرر', role: 'editor' },
    ],
    publisher: 'دار المرسى',
    identifier: '978-0-00-000000-2',
  });
});

it('tables beyond 200,000 cells stay plain lines, and the reader is told', async () => {
  const table = (rows: number, columns: number) =>
    `<table>${`<tr>${'<td>ا</td>'.repeat(columns)}</tr>`.repeat(rows)}</table>`;
  const { blocks, remarks } = await read({
    chapters: [...Array.from({ length: 10 }, () => table(20, 1000)), table(2, 3)],
  });

  expect(blocks.filter(({ kind }) => kind === 'row')).toHaveLength(200);
  expect(blocks.slice(-2)).toEqual([
    { kind: 'paragraph', text: 'ا | ا | ا' },
    { kind: 'paragraph', text: 'ا | ا | ا' },
  ]);
  expect(remarks).toContainEqual({ code: 'import/table-rows-left', params: { count: 2 } });
});
