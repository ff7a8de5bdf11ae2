import type { SampleArticle } from './sample-articles.ts';
import { expectedBlocks } from './expected-blocks.ts';

export interface PdfOptions {
  /** The order of a line's letters: as they are seen (most programs), or as they are typed (some). */
  readonly order?: 'visual' | 'typed';
  /** True when letters are presentation forms, with lam-alef as one sign. */
  readonly forms?: boolean;
  /** A line at the head of every page. */
  readonly header?: string;
}

interface Line {
  readonly text: string;
  readonly size: number;
  /** Distance below the line before, points. */
  readonly gap: number;
}

const PAGE_HEIGHT = 842;
const RIGHT = 545;
const MARGIN = 60;
const TEXT_SIZE = 12;
const TITLE_SIZE = 20;
const HEADING_SIZE = 16;
/** How many letters a full line has. */
const LINE_LETTERS = 72;
/** Width of a letter in the font, as a share of its size. */
const LETTER_WIDTH = 0.5;

/** Writes the article as a program prints it: lines from the right margin, and a new page when one is full. */
export function writePdf(article: SampleArticle, options: PdfOptions = {}): Uint8Array {
  return drawPdf(linesOf(article), { ...options, author: article.author });
}

function linesOf(article: SampleArticle): Line[] {
  const lines: Line[] = [{ text: article.title, size: TITLE_SIZE, gap: 30 }];
  for (const { kind, text } of expectedBlocks(article)) {
    if (kind === 'heading') lines.push({ text, size: HEADING_SIZE, gap: 34 });
    else {
      const isBullet = kind === 'item' && !/^\d/u.test(text);
      wrap(`${isBullet ? '• ' : ''}${text}`).forEach((row, at) =>
        lines.push({ text: row, size: TEXT_SIZE, gap: at === 0 ? 30 : 18 }),
      );
    }
  }
  return lines;
}

function wrap(text: string): string[] {
  const rows = [''];
  for (const word of text.split(' ')) {
    const row = rows.at(-1) ?? '';
    if (row !== '' && row.length + word.length >= LINE_LETTERS) rows.push(word);
    else rows[rows.length - 1] = row === '' ? word : `${row} ${word}`;
  }
  return rows;
}

const MIRRORED: Readonly<Record<string, string>> = {
  '«': '»',
  '»': '«',
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
};
const LATIN = /[A-Za-z\d٠-٩][A-Za-z\d٠-٩ .:()%]*[A-Za-z\d٠-٩%()]|[A-Za-z\d٠-٩]/gu;

/** Returns a line in visual order from the left: reversed, except for Latin words and numbers. */
function visual(line: string): string {
  return mirror(line).replace(LATIN, mirror);
}

function mirror(text: string): string {
  let turned = '';
  for (const letter of text) turned = (MIRRORED[letter] ?? letter) + turned;
  return turned;
}

/** Draws lines with one font, whose letters get their meaning from a table (ToUnicode). */
export function drawPdf(
  lines: readonly Line[],
  { order = 'visual', forms = false, header, author }: PdfOptions & { author?: string },
): Uint8Array {
  const ids = new Map<string, number>();
  const idOf = (letter: string) => {
    if (!ids.has(letter)) ids.set(letter, ids.size + 1);
    return (ids.get(letter) ?? 0).toString(16).padStart(4, '0');
  };
  const pages: string[] = [];
  let content = '';
  let y = 0;
  const draw = (text: string, size: number) => {
    // The cells of a table are drawn apart.
    let right = RIGHT;
    for (const cell of text.split(' | ')) {
      const shaped = forms ? cell.replaceAll('لا', '\uFEFB') : cell;
      const letters = Array.from(order === 'visual' ? visual(shaped) : shaped);
      const width = letters.length * size * LETTER_WIDTH;
      const x = right - width;
      content += `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${letters.map(idOf).join('')}> Tj ET\n`;
      right -= width + size * 4;
    }
  };
  const turnPage = () => {
    if (content !== '') pages.push(content);
    content = '';
    y = PAGE_HEIGHT - MARGIN;
    if (header !== undefined) draw(`${header} ${pages.length + 1}`, 9);
    y -= 20;
  };
  turnPage();
  for (const { text, size, gap } of lines) {
    if (y - gap < MARGIN) turnPage();
    y -= gap;
    draw(text, size);
  }
  pages.push(content);
  return assemble(pages, [...ids.keys()], author);
}

function assemble(pages: readonly string[], letters: readonly string[], author = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const table = letters.map(
    (letter, at) => `<${(at + 1).toString(16).padStart(4, '0')}> <${hex(letter)}>`,
  );
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${chunks(table)
  .map((rows) => `${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`)
  .join('\n')}
endcmap end end`;
  const kids = pages.map((_, at) => `${7 + at * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
  );
  add(stream(cmap));
  add(`<< /Producer (test) /Author <feff${hex(author)}> /Title (Microsoft Word - a.docx) >>`);
  for (const [at, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${PAGE_HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + at * 2} 0 R >>`,
    );
    add(stream(page));
  }
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** A ToUnicode table may have at most a hundred rows in one section. */
function chunks(rows: readonly string[]): string[][] {
  const all: string[][] = [];
  for (let at = 0; at < rows.length; at += 100) all.push(rows.slice(at, at + 100));
  return all;
}
