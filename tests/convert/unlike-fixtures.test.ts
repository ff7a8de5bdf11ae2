import { describe, expect, it } from 'vitest';
import { readDocument } from '#main/convert/read-document.ts';
import { CONTAINER } from './write-epub.ts';
import { writeZip } from './write-zip.ts';

/** Reads a document as other programs and people write them. Each was once read badly. */
async function read(source: string | Uint8Array, name: string) {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const outcome = await readDocument(bytes, name);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { title, author, blocks } = outcome.value;
  return {
    title: title?.value ?? null,
    author: author?.value ?? null,
    lines: blocks.map(({ kind, text }) => `${kind}: ${text}`),
  };
}

const FIRST =
  'أعلنت وزارة الموارد المائية أمس أن منسوب النهر ارتفع مترًا كاملًا خلال الأسبوع الماضي، ودعت السكان إلى الحذر.';
const SECOND =
  'وقال المهندس سالم العبيدي إن «الخزانات امتلأت إلى 70% من سعتها»، مضيفًا أن الفرق الفنية تراقب السدود ليلًا ونهارًا.';

describe('a page', () => {
  it('of a news site is read without what is between its paragraphs', async () => {
    const page = `<html lang=ar dir=rtl><head><title>ارتفاع منسوب النهر مترًا كاملًا خلال أسبوع</title></head><body>
<header><a href=/>صحيفة الضفاف</a><ul><li><a>سياسة</a><li><a>رياضة</a></ul></header><div class=breadcrumb>الرئيسية / بيئة</div>
<h1>ارتفاع منسوب النهر مترًا كاملًا خلال أسبوع</h1><div class="share top"><a>فيسبوك</a> <a>تويتر</a></div>
<div class=body><p>${FIRST}</p><div class=ad-slot>إعلان</div><div class=inline-related>اقرأ أيضًا: خمسة سدود</div><p>مساحة إعلانية</p>
<p>قد يعجبك أيضًا</p><p>${SECOND}</p><p>شاهد: لحظة فتح بوابات السد</p></div><div>الوسوم: <a>النهر</a> <a>المياه</a></div>
<div id=comments><h3>التعليقات (2)</h3><p>خبر جميل شكرا لكم</p></div><div>نستخدم ملفات تعريف الارتباط لتحسين تجربتك.</div></body></html>`;

    expect(await read(page, 'a.html')).toMatchObject({
      title: 'ارتفاع منسوب النهر مترًا كاملًا خلال أسبوع',
      lines: [`paragraph: ${FIRST}`, `paragraph: ${SECOND}`],
    });
  });

  it('laid out in a table keeps its paragraphs', async () => {
    const page = `<table><tr><td><a>الأقسام</a></td><td><center><b>رحلة</b></center><br><br>${FIRST}<br><br>${SECOND}<hr></td></tr></table>`;

    expect((await read(page, 'a.html')).lines.slice(-2)).toEqual([
      `paragraph: ${FIRST}`,
      `paragraph: ${SECOND}`,
    ]);
  });

  it('connects each number with its note, however the two are written', async () => {
    const page = `<h1>نهر قديم</h1><p>${FIRST}<sup><a href="#cite_note-1">[1]</a></sup></p><p>${SECOND}<a class=footnote-anchor href="#footnote-2">2</a></p>
<ol><li id=cite_note-1><a href="#ref1">↑</a> كتاب البلدان.</li></ol><div><a id=footnote-2 href="#footnote-anchor-2">2</a><div><p>تقرير الوزارة.</p></div></div>`;

    expect((await read(page, 'a.html')).lines.slice(-4)).toEqual([
      `paragraph: ${FIRST}[1]`,
      `paragraph: ${SECOND}[2]`,
      'note: [1] كتاب البلدان.',
      'note: [2] تقرير الوزارة.',
    ]);
  });
});

it('a book keeps its verses, names all its authors, and marks each note in the text', async () => {
  const opf = `<package><metadata><dc:title>كتاب</dc:title><dc:creator>سامي الجبوري</dc:creator><dc:creator>رنا توفيق</dc:creator></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="n"/></spine></package>`;
  const chapter = `<html><body><h1>الباب الأول<br/>منابع النهر</h1><p>${FIRST}<a epub:type="noteref" href="#f1">1</a></p><p>${SECOND}<a epub:type="noteref" href="n.xhtml#f2">٢</a></p>
<p>يا نهرُ سِرْ<br/>إلى البعيدِ<br/>ولا تَعُدْ</p><span epub:type="pagebreak">12</span><aside epub:type="footnote" id="f1"><p>حاشية أولى.</p></aside></body></html>`;
  const notes =
    '<html><body><aside id="f2"><p><a href="a.xhtml">٢</a>. حاشية ثانية. <a epub:type="backlink" href="a.xhtml">عودة</a></p></aside></body></html>';
  const bytes = writeZip([
    { name: 'mimetype', bytes: 'application/epub+zip' },
    { name: 'META-INF/container.xml', bytes: CONTAINER },
    { name: 'OEBPS/content.opf', bytes: opf },
    { name: 'OEBPS/a.xhtml', bytes: chapter },
    { name: 'OEBPS/n.xhtml', bytes: notes },
  ]);

  expect(await read(bytes, 'a.epub')).toEqual({
    title: 'كتاب',
    author: 'سامي الجبوري، رنا توفيق',
    lines: [
      'heading: الباب الأول منابع النهر',
      `paragraph: ${FIRST}[1]`,
      `paragraph: ${SECOND}[٢]`,
      'verse: يا نهرُ سِرْ',
      'verse: إلى البعيدِ',
      'verse: ولا تَعُدْ',
      'note: [1] حاشية أولى.',
      'note: [٢] حاشية ثانية.',
    ],
  });
});

describe('a Word document', () => {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const paragraph = (content: string, properties = '') =>
    `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
  const item = (text: string, level: number) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
  const docx = (body: string) =>
    writeZip([
      { name: '[Content_Types].xml', bytes: '<Types/>' },
      { name: 'word/document.xml', bytes: `<w:document><w:body>${body}</w:body></w:document>` },
      {
        name: 'word/styles.xml',
        bytes:
          '<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Own"><w:name w:val="عنوان خاص"/><w:basedOn w:val="H1"/></w:style><w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>',
      },
      {
        name: 'word/numbering.xml',
        bytes:
          '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
      },
      {
        name: 'word/footnotes.xml',
        bytes: `<w:footnotes><w:footnote w:id="2">${paragraph(`${run('حاشية')}<w:del>${run('')}<w:r><w:delText>قديمة</w:delText></w:r></w:del><w:r><w:tab/></w:r>${run('هنا.')}`)}</w:footnote></w:footnotes>`,
      },
    ]);

  it('under review is read as if its changes were accepted, without its table of contents', async () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartGallery w:val="Table of Contents"/></w:sdtPr><w:sdtContent>${paragraph(run('المحتويات'))}</w:sdtContent></w:sdt>${paragraph(run('مقدمة 3'), '<w:pStyle w:val="TOC1"/>')}`;
    const changed = `${run('نص ')}<w:ins>${run('مزيد')}</w:ins><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:moveFrom>${run('منقول')}</w:moveFrom><w:r><w:footnoteReference w:id="2"/></w:r>`;

    const { lines } = await read(
      docx(
        `${contents}${paragraph(run('مقدمة'), '<w:pStyle w:val="Own"/>')}${paragraph(changed)}${item('أول', 0)}${item('فرع', 1)}${item('ثانٍ', 0)}${item('فرع آخر', 1)}`,
      ),
      'a.docx',
    );

    expect(lines).toEqual([
      'paragraph: نص مزيد[1]',
      'item: 1. أول',
      'item: 1. فرع',
      'item: 2. ثانٍ',
      'item: 1. فرع آخر',
      'note: [1] حاشية هنا.',
    ]);
  });

  it('takes a short, centred line at its head as its title', async () => {
    const title = paragraph(run('رسالة إلى صديق قديم'), '<w:jc w:val="center"/>');

    expect(await read(docx(`${title}${paragraph(run(FIRST))}`), 'a.docx')).toMatchObject({
      title: 'رسالة إلى صديق قديم',
      lines: [`paragraph: ${FIRST}`],
    });
  });

  it('keeps the cells of a table in a table apart', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
    const inner = `<w:tbl>${row(paragraph(run('أ')), paragraph(run('ب')))}</w:tbl>`;

    const { lines } = await read(
      docx(`${paragraph(run(FIRST))}<w:tbl>${row(inner, paragraph(run('ج')))}</w:tbl>`),
      'a.docx',
    );

    expect(lines.at(-1)).toBe('row: أ ب | ج');
  });
});

it('a scanned book in plain text loses its page numbers, and its rows become paragraphs', async () => {
  const text = `الفصل الأول
في ذكر الأنهار

اعلم أن الأنهار العظام التي تجري في بلاد الرافدين
اثنان، هما دجلة والفرات، وينبعان من جبال الشمال ثم
يسيران إلى الجنوب حتى يلتقيا عند القرنة، فيكون
منهما شط العرب الذي يصب في الخليج.

- 12 -

وقد ذكر الرحالة أن الملاحة كانت ممكنة في أكثر أجزاء
النهر، وأن السفن كانت تحمل الحبوب والتمور إلى البصرة
ثم تعود محملة بالأقمشة والتوابل من الهند والصين.

__________
(1) مدينة صغيرة شمال البصرة.

السنة\tالمنسوب
2021\t٤٫٢ م
`;

  expect(await read(text, 'a.txt')).toMatchObject({
    title: 'الفصل الأول في ذكر الأنهار',
    lines: [
      'paragraph: اعلم أن الأنهار العظام التي تجري في بلاد الرافدين اثنان، هما دجلة والفرات، وينبعان من جبال الشمال ثم يسيران إلى الجنوب حتى يلتقيا عند القرنة، فيكون منهما شط العرب الذي يصب في الخليج.',
      'paragraph: وقد ذكر الرحالة أن الملاحة كانت ممكنة في أكثر أجزاء النهر، وأن السفن كانت تحمل الحبوب والتمور إلى البصرة ثم تعود محملة بالأقمشة والتوابل من الهند والصين.',
      'item: (1) مدينة صغيرة شمال البصرة.',
      'paragraph: السنة | المنسوب',
      'paragraph: 2021 | ٤٫٢ م',
    ],
  });
});
