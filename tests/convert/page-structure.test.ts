import { describe, expect, it, vi } from 'vitest';
import type { ImportedBlock } from '#main/convert/document.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { RICH_PAGE } from '../material/rich-page.ts';

const FIRST = 'كانت القوارب تنزل مع التيار محملة بالقمح، وتعود بالحبال يجرها الرجال على الضفة.';
const SECOND = 'وفي الشتاء يعلو الماء حتى يبلغ الدرجة السابعة من السلم الحجري عند السوق.';

/** Reads the body of a page below two paragraphs, and returns its blocks without these. */
async function read(body: string, head = ''): Promise<readonly ImportedBlock[]> {
  const page = `<html lang="ar" dir="rtl">${head}<body><h1>سلم السوق القديم</h1><p>${FIRST}</p><p>${SECOND}</p>${body}</body></html>`;
  const outcome = await readDocument(Buffer.from(page), 'page.html');
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.blocks.slice(2);
}

/** Returns the words of every part of a block, with what sets them apart. */
function partsOf({ text, inline = [] }: ImportedBlock) {
  return inline.map(({ kind, start, end, href, to }) => [
    kind,
    text.slice(start, end),
    ...(href === undefined ? [] : [href]),
    ...(to === undefined ? [] : [to]),
  ]);
}

it('a list in a list keeps its depth, its numbers, and what continues an item', async () => {
  const blocks = await read(
    '<ol start="4"><li><p>أدوات</p><p>وهي قديمة</p><ul><li>حبل</li><li>مجداف</li></ul>ثم المرساة</li><li>رجال</li></ol><ul><li>سلة</li></ul>',
  );

  expect(blocks.map(({ kind, text, list }) => ({ kind, text, ...list }))).toEqual([
    { kind: 'item', text: '4. أدوات', depth: 0, marker: 3, isOrdered: true, begins: true },
    { kind: 'item', text: 'وهي قديمة', depth: 0, marker: 0, isOrdered: true, continues: true },
    { kind: 'item', text: 'حبل', depth: 1, marker: 0, begins: true },
    { kind: 'item', text: 'مجداف', depth: 1, marker: 0 },
    { kind: 'item', text: 'ثم المرساة', depth: 0, marker: 0, isOrdered: true, continues: true },
    { kind: 'item', text: '5. رجال', depth: 0, marker: 3, isOrdered: true },
    { kind: 'item', text: 'سلة', depth: 0, marker: 0, begins: true },
  ]);
});

describe('a table', () => {
  const cells = ({ text, row }: ImportedBlock) =>
    row?.cells.map(({ start, end, ...more }) => ({ text: text.slice(start, end), ...more }));

  it('keeps its head, its spans, its empty cells and the words set apart in them', async () => {
    const blocks =
      await read(`<table><thead><tr><td>القارب</td><td colspan="2">الحمولة <b>بالكيل</b></td></tr></thead>
<tr><th rowspan="3">الهلال</th><td></td><td>قمح</td></tr><tr><td></td><td></td></tr><tr><td>تمر <a href="https://example.org/t">هنا</a></td><td></td></tr></table>`);

    expect(blocks.map(({ kind, text, row }) => [kind, text, row?.begins])).toEqual([
      ['row', 'القارب | الحمولة بالكيل', true],
      ['row', 'الهلال | | قمح', undefined],
      ['row', 'تمر هنا |', undefined],
    ]);
    expect(blocks.map(cells)).toEqual([
      [
        { text: 'القارب', isHeader: true },
        { text: 'الحمولة بالكيل', isHeader: true, columns: 2 },
      ],
      // The row without a word is left out, so the cell covers one row less.
      [{ text: 'الهلال', isHeader: true, rows: 2 }, { text: '' }, { text: 'قمح' }],
      [{ text: 'تمر هنا' }, { text: '' }],
    ]);
    expect(blocks.map(partsOf)).toEqual([
      [['strong', 'بالكيل']],
      [],
      [['link', 'هنا', 'https://example.org/t']],
    ]);
  });

  it('keeps spans of any size within bounds', async () => {
    const blocks = await read(
      '<table><tr><td colspan="99999999">أ</td><td rowspan="0">ب</td></tr><tr><td colspan="-2">ج</td><td>د</td></tr></table>',
    );

    expect(blocks.map(cells)).toEqual([
      [
        { text: 'أ', columns: 1000 },
        { text: 'ب', rows: 2 },
      ],
      [{ text: 'ج' }, { text: 'د' }],
    ]);
  });
});

it('notes lead from the text and back, by number and by sign', async () => {
  const blocks =
    await read(`<p>سلم من حجر<sup id="r1"><a href="#n1">1</a></sup> قديم<a id="r2" class="note" href="#note-b">*</a>.</p>
<ol><li id="n1">من محجر قريب. <a href="#r1">↩</a></li></ol><p id="note-b">* قبل السور.</p>`);

  const [text, first, second] = blocks;
  expect(blocks.map((block) => [block.kind, block.text, block.sign])).toEqual([
    ['paragraph', 'سلم من حجر[1] قديم*.', undefined],
    ['note', '[1] من محجر قريب.', '1'],
    ['note', '* قبل السور.', '*'],
  ]);
  const start = FIRST.length + SECOND.length + 2;
  const afterText = start + text!.text.length + 1;
  expect(partsOf(text!)).toEqual([
    ['reference', '[1]', afterText],
    ['reference', '*', afterText + first!.text.length + 1],
  ]);
  expect(partsOf(first!)).toEqual([['reference', '[1]', start]]);
  expect(partsOf(second!)).toEqual([]);
});

it('words set apart keep their places when white space is collapsed', async () => {
  const [block] = await read(
    '<p>\n  قال <b> الملاح\n الأول </b>: <i>«<sub>2</sub> ذراع»</i>\n <code> rope(2) </code><a href="javascript:x()">لا</a></p>',
  );

  expect(block?.text).toBe('قال الملاح الأول : «2 ذراع» rope(2) لا');
  expect(partsOf(block!)).toEqual([
    ['strong', 'الملاح الأول'],
    ['emphasis', '«2 ذراع»'],
    ['sub', '2'],
    ['code', 'rope(2)'],
  ]);
});

it('quotations, lines, code, pictures, languages and levels are told', async () => {
  const blocks =
    await read(`<h3>باب</h3><blockquote><p>قول</p><ul><li>بند</li></ul></blockquote><hr>
<p lang="en" dir="ltr">The old stairs.</p><p lang="en" dir="ltr">نص عربي</p>
<pre>if (x) {\n\tgo();\n\n}</pre><pre>يا ماء\nسر بنا</pre>
<figure><img src="a.png" alt="سلم"><figcaption>سلم السوق</figcaption></figure>`);

  expect(blocks).toEqual([
    { kind: 'heading', text: 'باب', level: 3 },
    { kind: 'quote', text: 'قول' },
    { kind: 'item', text: 'بند', list: { depth: 0, marker: 0, begins: true }, isQuoted: true },
    {
      kind: 'paragraph',
      text: 'The old stairs.',
      isSeparated: true,
      language: 'en',
      direction: 'ltr',
    },
    { kind: 'paragraph', text: 'نص عربي' },
    { kind: 'code', text: 'if (x) {' },
    { kind: 'code', text: 'go();', indent: 4 },
    { kind: 'code', text: '}', afterGap: true },
    { kind: 'paragraph', text: 'يا ماء' },
    { kind: 'paragraph', text: 'سر بنا' },
    {
      kind: 'image',
      text: 'سلم السوق',
      figure: { asset: null, alt: 'سلم', hasCaption: true },
    },
  ]);
});

it('the two halves of a line of verse are found by a gap, a sign, two parts, two cells or a break', async () => {
  const blocks =
    await read(`<div class="poem"><p>أيا نهر\u00A0\u00A0\u00A0\u00A0مهلا</p><p>لك الماء … والظل</p><p><span>على ضفة</span> <span>نائمة</span></p>
<p>سأبقى<br>هنا</p><p>بيت واحد</p></div><table class="poetry"><tr><td>وداعا</td><td>أيا قمر</td></tr></table>`);

  const halves = blocks.map((block) => [
    block.kind,
    block.text,
    block.halves?.map(({ start, end }) => block.text.slice(start, end)),
  ]);
  expect(halves).toEqual([
    ['verse', 'أيا نهر مهلا', ['أيا نهر', 'مهلا']],
    ['verse', 'لك الماء … والظل', ['لك الماء', 'والظل']],
    ['verse', 'على ضفة نائمة', ['على ضفة', 'نائمة']],
    ['verse', 'سأبقى هنا', ['سأبقى', 'هنا']],
    ['verse', 'بيت واحد', undefined],
    ['verse', 'وداعا | أيا قمر', ['وداعا', 'أيا قمر']],
  ]);
});

it('a link inside the page leads to its place, although the converter itself is a page with an address', async () => {
  vi.stubGlobal('location', new URL('app://converter/index.html'));
  const outcome = await readDocument(Buffer.from(RICH_PAGE), 'page.html');
  vi.unstubAllGlobals();

  const [first] = outcome.ok ? outcome.value.blocks : [];
  expect(first && partsOf(first)).toEqual([['reference', '[1]', expect.any(Number)]]);
});
