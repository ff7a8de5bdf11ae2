import { describe, expect, it } from 'vitest';
import { readOpenIti } from './open-iti.ts';

const HEADER = '######OpenITI#\n\n#META# 020.BookTITLE :: كتاب الأنهار\n\n#META#Header#End#\n';
const blocksOf = (body: string) => readOpenIti(`${HEADER}${body}`)?.blocks ?? [];

describe('the structure of an OpenITI text', () => {
  it('gives each heading the level of its bars, and a person the level below', () => {
    const blocks = blocksOf(`### | باب
### $ سالم الضفافي
### || فصل
### ||| AUTO مطلب
### |EDITOR|
# نص
`);
    expect(blocks.map(({ kind, text, level }) => [kind, text, level])).toEqual([
      ['heading', 'باب', 1],
      ['heading', 'سالم الضفافي', 2],
      ['heading', 'فصل', 2],
      ['heading', 'مطلب', 3],
      ['paragraph', 'نص', undefined],
    ]);
  });

  it('divides a line of verse in two halves', () => {
    const [verse] = blocksOf('# يا نهر سر %~% ولا تعد\n');
    expect(verse?.kind).toBe('verse');
    expect(verse?.halves?.map(({ start, end }) => verse.text.slice(start, end))).toEqual([
      'يا نهر سر',
      'ولا تعد',
    ]);
  });

  it('begins a page where the page before it ended, inside a block or at the next one', () => {
    const blocks = blocksOf(`# أول PageV01P007 ثان ms12 ثالث
~~رابع PageV01P008
# PageV01P009
# خامس PageV01P010
`);
    const pages = blocks.flatMap(({ text, pages: begun = [] }) =>
      begun.map(({ label, at }) => [label, text.slice(at).split(' ')[0]]),
    );
    expect(pages).toEqual([
      ['7', 'أول'],
      ['8', 'ثان'],
      ['9', 'خامس'],
      ['10', 'خامس'],
    ]);
    expect(blocks.map(({ text }) => text)).toEqual(['أول ثان ثالث رابع', 'خامس']);
  });

  it('names the volume when there are several, and no page that is not known', () => {
    const blocks = blocksOf(`# أ PageV00P000
# ب PageV01P300
# ج PageV02P001
`);
    expect(blocks.flatMap(({ pages = [] }) => pages.map(({ label }) => label))).toEqual([
      'ج 1 ص 300',
      'ج 2 ص 1',
    ]);
  });
});
