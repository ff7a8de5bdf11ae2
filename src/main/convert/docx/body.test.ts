import { describe, expect, it } from 'vitest';
import { findFirst, parseMarkup } from '../markup/tree.ts';
import { readBody } from './body.ts';
import { readNumbering, readStyles } from './styles.ts';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const item = (text: string, level: number, list: number): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;

const STYLES = parseMarkup(
  `<w:styles>
    <w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="b"><w:name w:val="heading 3"/></w:style>
    <w:style w:styleId="c"><w:name w:val="مبحث"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:styleId="d"><w:name w:val="مبحث صغير"/><w:basedOn w:val="c"/></w:style>
    <w:style w:styleId="e"><w:name w:val="عنوان 2"/></w:style>
    <w:style w:styleId="q"><w:name w:val="Block Text"/></w:style>
    <w:style w:styleId="f"><w:name w:val="متن"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
  </w:styles>`,
  'xml',
);
const level = (at: number, format: string): string =>
  `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
const NUMBERING = parseMarkup(
  `<w:numbering>
    <w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'bullet')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
  </w:numbering>`,
  'xml',
);

function read(content: string, notes: Readonly<Record<string, string>> = {}) {
  const root = parseMarkup(`<w:body>${content}</w:body>`, 'xml');
  return readBody(findFirst(root, 'body') ?? root, {
    styles: readStyles(STYLES),
    numbering: readNumbering(NUMBERING),
    note: (_kind, id) => (notes[id] ? parseMarkup(paragraph(run(notes[id])), 'xml') : null),
    picture: () => null,
  }).blocks;
}

describe('the structure of a Word document', () => {
  it('has levels of headings from names, outline levels and the style below', () => {
    const styled = ['a', 'b', 'c', 'd', 'e', 'f'].map((style) =>
      paragraph(run(style), `<w:pStyle w:val="${style}"/>`),
    );
    const own = paragraph(run('g'), '<w:outlineLvl w:val="3"/>');
    expect(read([...styled, own].join('')).map(({ kind, level: at }) => [kind, at])).toEqual([
      ['heading', 1],
      ['heading', 3],
      ['heading', 2],
      ['heading', 2],
      ['heading', 2],
      ['paragraph', undefined],
      ['heading', 4],
    ]);
  });

  it('has passages that are set apart, by the style of Word for them', () => {
    const [block] = read(paragraph(run('قال البستاني'), '<w:pStyle w:val="q"/>'));
    expect(block).toEqual({ kind: 'quote', text: 'قال البستاني' });
  });

  it('has items with depth and number, and knows where another list begins', () => {
    const blocks = read(
      item('أول', 0, 1) +
        item('فرع', 1, 2) +
        item('فرع ثان', 1, 2) +
        item('ثان', 0, 1) +
        item('غيره', 0, 2),
    );
    expect(blocks.map(({ text, list }) => [text, list])).toEqual([
      ['1. أول', { depth: 0, marker: 3, isOrdered: true, begins: true }],
      ['فرع', { depth: 1, marker: 0, begins: true }],
      ['فرع ثان', { depth: 1, marker: 0 }],
      ['2. ثان', { depth: 0, marker: 3, isOrdered: true }],
      ['1. غيره', { depth: 0, marker: 3, isOrdered: true, begins: true }],
    ]);
  });

  it('has rows with cells, a head and covered columns', () => {
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('سنة')}${cell('منسوب', '<w:gridSpan w:val="2"/>')}</w:tr>`;
    const row = `<w:tr>${cell('١٩٩٠')}${cell('')}${cell('٤')}</w:tr>`;
    const blocks = read(`<w:tbl>${head}${row}</w:tbl><w:tbl>${row}</w:tbl>`);
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['row', 'سنة | منسوب'],
      ['row', '١٩٩٠ |  | ٤'],
      ['row', '١٩٩٠ |  | ٤'],
    ]);
    expect(blocks.map(({ row: r }) => r)).toEqual([
      {
        begins: true,
        cells: [
          { start: 0, end: 3, isHeader: true },
          { start: 6, end: 11, isHeader: true, columns: 2 },
        ],
      },
      {
        cells: [
          { start: 0, end: 4 },
          { start: 7, end: 7 },
          { start: 10, end: 11 },
        ],
      },
      {
        begins: true,
        cells: [
          { start: 0, end: 4 },
          { start: 7, end: 7 },
          { start: 10, end: 11 },
        ],
      },
    ]);
  });

  it('has notes with the places that refer to them', () => {
    const note = (id: string): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const blocks = read(
      paragraph(`${run('نهر')}${note('7')}${run(' وجبل')}${note('9')}`) + paragraph(run('متن')),
      { '7': 'ماء', '9': 'صخر' },
    );
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      text: 'نهر[1] وجبل[2]',
      leads: [
        { start: 3, end: 6, anchor: 'note 1' },
        { start: 11, end: 14, anchor: 'note 2' },
      ],
    });
    expect(blocks.slice(2)).toEqual([
      { kind: 'note', text: '[1] ماء', sign: '1', anchors: ['note 1'] },
      { kind: 'note', text: '[2] صخر', sign: '2', anchors: ['note 2'] },
    ]);
  });

  it('has the pages where Word broke them, and no page when it broke none', () => {
    const broken = `<w:r><w:lastRenderedPageBreak/><w:t>بعدها</w:t></w:r>`;
    const blocks = read(
      paragraph(run('أول')) + paragraph(`${run('قبلها ')}${broken}`) + paragraph(broken),
    );
    expect(blocks.map(({ text, pages }) => [text, pages])).toEqual([
      ['أول', [{ label: '1', at: 0 }]],
      ['قبلها بعدها', [{ label: '2', at: 6 }]],
      ['بعدها', [{ label: '3', at: 0 }]],
    ]);
    expect(read(paragraph(run('أول')))[0]).not.toHaveProperty('pages');
  });
});
