import type { Part, SampleArticle } from './sample-articles.ts';
import { type ZipPart, writeZip } from './write-zip.ts';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes runs. Word splits sentences into many, so every third word begins a new run. */
function runs(text: string): string {
  const words = text.split(/(?<=(?:\S+\s){3})/u);
  return words
    .map(
      (piece) =>
        `<w:r><w:rPr><w:rFonts w:cs="Arial"/><w:rtl/></w:rPr><w:t xml:space="preserve">${escape(piece)}</w:t></w:r>`,
    )
    .join('');
}

function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}<w:bidi/></w:pPr>${content}</w:p>`;
}

function writePart(part: Part, notes: string[]): string {
  if (part.kind === 'paragraph') return paragraph(runs(part.text));
  if (part.kind === 'heading') return paragraph(runs(part.text), '<w:pStyle w:val="1"/>');
  if (part.kind === 'quote') return paragraph(runs(part.text), '<w:pStyle w:val="Quote"/>');
  if (part.kind === 'image')
    return paragraph(
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="صورة 1" descr="${part.text}"/><a:graphic><a:blip r:embed="rId9"/></a:graphic></wp:inline></w:drawing></w:r>`,
    );
  if (part.kind === 'list')
    return part.items
      .map((item) =>
        paragraph(
          runs(item),
          `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${part.isOrdered ? 2 : 1}"/></w:numPr>`,
        ),
      )
      .join('');
  if (part.kind === 'table') {
    const rows = part.rows.map(
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${paragraph(runs(cell))}</w:tc>`).join('')}</w:tr>`,
    );
    return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
  }
  notes.push(part.note);
  const reference = `<w:r><w:footnoteReference w:id="${notes.length}"/></w:r>`;
  return paragraph(`${runs(part.text)}${reference}<w:r><w:t>.</w:t></w:r>`);
}

/** Returns the parts of a Word document with styles, lists, notes and properties. */
export function docxParts(article: SampleArticle): ZipPart[] {
  const notes: string[] = [];
  const title = paragraph(runs(article.title), '<w:pStyle w:val="Title"/>');
  const body = article.parts.map((part) => writePart(part, notes)).join('');
  const footnotes = notes.map(
    (note, at) =>
      `<w:footnote w:id="${at + 1}">${paragraph(`<w:r><w:footnoteRef/></w:r>${runs(` ${note}`)}`)}</w:footnote>`,
  );
  const level = (format: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`;
  return [
    { name: '[Content_Types].xml', bytes: `${XML}<Types/>` },
    {
      name: '_rels/.rels',
      bytes: `${XML}<Relationships><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      bytes: `${XML}<w:document ${WORD}><w:body>${title}${body}<w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:sectPr/></w:body></w:document>`,
    },
    {
      name: 'word/styles.xml',
      bytes: `${XML}<w:styles ${WORD}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:styleId="Quote"><w:name w:val="Quote"/></w:style></w:styles>`,
    },
    {
      name: 'word/numbering.xml',
      bytes: `${XML}<w:numbering ${WORD}><w:abstractNum w:abstractNumId="0">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="5">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>`,
    },
    {
      name: 'word/footnotes.xml',
      bytes: `${XML}<w:footnotes ${WORD}>${footnotes.join('')}</w:footnotes>`,
    },
    {
      name: 'docProps/core.xml',
      bytes: `${XML}<cp:coreProperties><dc:title>${article.title}</dc:title><dc:creator>${article.author}</dc:creator></cp:coreProperties>`,
    },
  ];
}

export function writeDocx(article: SampleArticle): Uint8Array {
  return writeZip(docxParts(article));
}
