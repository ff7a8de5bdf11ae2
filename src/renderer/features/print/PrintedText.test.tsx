import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { annotationIdSchema } from '#shared/domain/annotation.ts';
import type { Block } from '#shared/domain/block.ts';
import { anArticle } from '#shared/domain/testing/an-article.ts';
import { numberMarks } from './number-marks.ts';
import { PrintedText } from './PrintedText.tsx';

const mark = (
  digit: number,
  meaning: 'important' | 'fact',
  [start, end]: [number, number],
  note = '',
) => ({
  id: v.parse(annotationIdSchema, `00000000-0000-4000-8000-00000000000${digit}`),
  meaning,
  span: { start, end },
  note,
});

function print(blocks: Block[], marks: ReturnType<typeof mark>[] = [], more: object = {}) {
  const article = { ...anArticle(['نص']), blocks, ...more };
  return renderToStaticMarkup(<PrintedText article={article} marks={numberMarks(marks)} />)
    .replace(/ data-meaning="(\w+)"/g, '=$1')
    .replace(/ class="[^"]*"/g, '');
}

describe('the printed text', () => {
  it('marks overlapping highlights, with the number of a note once, where its highlight ends', () => {
    const blocks: Block[] = [
      { id: 'b0', kind: 'paragraph', text: 'أولبجدهوزح' },
      { id: 'b1', kind: 'heading', text: 'طيكل' },
    ];
    expect(
      print(blocks, [mark(1, 'fact', [8, 13], 'ثانية'), mark(2, 'important', [2, 9], 'أولى')]),
    ).toBe(
      '<p data-kind="paragraph">أو<mark=important>لبجدهو<mark=fact>ز</mark></mark><sup>1</sup><mark=fact>ح</mark></p>' +
        '<h2 data-kind="heading"><mark=fact>طي</mark><sup>2</sup>كل</h2>',
    );
  });

  it('keeps lists, tables, verse, code, notes, pages and quotations', () => {
    const list = { depth: 0, marker: 0 };
    const blocks: Block[] = [
      { id: 'b0', kind: 'item', text: 'حبل', list: { ...list, begins: true } },
      { id: 'b1', kind: 'item', text: '1. قنب', list: { depth: 1, marker: 3, begins: true } },
      {
        id: 'b2',
        kind: 'row',
        text: 'أ | ب',
        row: {
          begins: true,
          cells: [
            { start: 0, end: 1, isHeader: true, columns: 9, rows: 2 },
            { start: 4, end: 5 },
          ],
        },
      },
      {
        id: 'b3',
        kind: 'verse',
        text: 'ص … ع',
        halves: [
          { start: 0, end: 1 },
          { start: 4, end: 5 },
        ],
      },
      { id: 'b4', kind: 'code', text: 'go();', indent: 2 },
      {
        id: 'b5',
        kind: 'paragraph',
        text: 'متن[1]',
        isQuoted: true,
        isSeparated: true,
        inline: [{ kind: 'reference', start: 3, end: 6, to: 36 }],
      },
      { id: 'b6', kind: 'note', text: '[1] شرح', sign: '1' },
    ];
    const structure = { outline: [], assets: [], pages: [{ label: '7', at: 11 }] };

    expect(print(blocks, [], { structure }).replace(/[\u2068\u2069]/g, '')).toBe(
      '<ul><li><p>حبل</p><ul><li data-sign="own"><p>1. قنب</p></li></ul></li></ul>' +
        '<table><tbody><tr><th colSpan="9"><span data-page="ص 7"></span>أ</th><td>ب</td></tr></tbody></table>' +
        '<div data-kind="verse"><p><span>ص</span><span>ع</span></p></div>' +
        '<pre dir="ltr">  <span><bdi lang="en" data-short="true">go</bdi>();</span>\n</pre>' +
        '<blockquote><hr/><p data-kind="paragraph">متن<sup>[1]</sup></p></blockquote>' +
        '<p data-kind="note">[1] شرح</p>',
    );
  });
});
