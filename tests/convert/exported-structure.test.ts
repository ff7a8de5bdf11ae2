import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/block.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { prepareArticle } from '#main/marks-exchange/exported.ts';
import { NOW } from '#main/marks-exchange/testing/marked-article.ts';
import { RICH_BLOCKS, structuredArticle } from '#main/marks-exchange/testing/structured-article.ts';
import { writeMarks } from '#main/marks-exchange/write-marks.ts';

const OPTIONS = { onlyNotes: false, citations: false, text: true, now: NOW, newId: () => 'x' };
type Told = readonly Pick<Block, 'kind' | 'text' | 'inline' | 'halves' | 'level'>[];

const article = structuredArticle(RICH_BLOCKS, [
  { label: '12', words: 'باب الماء' },
  { label: '13', words: 'سبع درجات' },
]);

/** Exports the rich document and imports the file again. */
async function again(format: 'html' | 'markdown', name: string, pages = true) {
  const plain = pages ? article : { ...article, structure: undefined };
  const file = writeMarks(format, [prepareArticle(article.id, plain, [])], OPTIONS);
  const read = await readDocument(Buffer.from(file), name);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** Tells of each block what can be compared: a reference by the words where it leads, an address without escapes. */
function tell(blocks: Told) {
  const text = blocks.map((block) => block.text).join('\n');
  return blocks.map(({ inline, ...block }) => ({
    ...block,
    inline: (inline ?? []).map(({ kind, start, end, href, to }) => ({
      kind,
      words: block.text.slice(start, end),
      ...(href !== undefined && { href: decodeURIComponent(href) }),
      ...(to !== undefined && { to: text.slice(to, to + 12) }),
    })),
  }));
}

/** The document as both formats give it back: below its title, and with a note that leads back. */
const EXPECTED = tell(RICH_BLOCKS).map((block) => {
  if (block.kind === 'heading') return { ...block, level: (block.level ?? 0) + 1 };
  if (block.kind !== 'note') return block;
  return { ...block, inline: [{ kind: 'reference', words: '[1]', to: 'كان السلّم ا' }] };
});

describe('an exported document that is imported again', () => {
  it('is the same in HTML, structure by structure, with its pages', async () => {
    const { blocks, structure } = await again('html', 'page.html');
    const [source, ...told] = tell(blocks);

    expect(source?.text).toMatch(/^ناس، /);
    expect(told).toEqual(EXPECTED);
    const text = blocks.map((block) => block.text).join('\n');
    expect(structure?.pages.map(({ label, at }) => [label, text.slice(at, at + 9)])).toEqual([
      ['12', 'باب الماء'],
      ['13', 'سبع درجات'],
    ]);
  });

  it('is the same in Markdown, structure by structure, except that verse is lines', async () => {
    const { blocks } = await again('markdown', 'page.md', false);

    expect(tell(blocks)).toEqual(
      EXPECTED.map(({ halves, ...block }) => {
        if (halves) return { ...block, kind: 'paragraph' };
        return block.kind === 'note' ? { ...block, isSeparated: true } : block;
      }),
    );
  });

  it('has its pages as labels in Markdown', async () => {
    const { blocks } = await again('markdown', 'page.md');

    expect(blocks[0]?.text).toBe('[ص 12] باب الماء');
    expect(blocks[2]?.text).toContain('وله [ص 13] سبع درجات');
  });
});

const PLAIN = 'وفي آخر النهار يعود الجميع إلى البيت.';
const SIGNS = [
  '# ليس عنوانًا',
  '> ليس اقتباسًا',
  '1. ليست قائمة',
  '- ولا هذه + تلك',
  '* ولا هذه',
  '| أ | ب | ليس جدولًا',
  '**عريض** و_مائل_ و`شيفرة` و~~محذوف~~ و==مميّز==',
  '[رابط](https://example.org) و![صورة](a.png) و[^1] و[[صفحة]]',
  '<b>وسم</b> <script>alert(1)</script> <!-- تعليق -->',
  '&amp; &lt; \\* \\',
  '``` شيفرة',
  '---',
  '[^1]: ليست حاشية',
  'نص : ليس تعريفًا',
];

it.each(['html', 'markdown'] as const)('signs of mark-up stay words in %s', async (format) => {
  const kinds = ['paragraph', 'quote', 'item', 'row', 'heading'] as const;
  const blocks = SIGNS.flatMap((text, index) => {
    const kind = kinds[index % kinds.length] ?? 'paragraph';
    const list = { depth: 0, marker: 0, begins: true as const };
    const cells = [
      { start: 0, end: text.length, isHeader: true as const },
      { start: text.length, end: text.length },
    ];
    return [
      {
        kind,
        text,
        ...(kind === 'item' && { list }),
        ...(kind === 'row' && { row: { begins: true as const, cells } }),
      },
      { kind: 'paragraph' as const, text: PLAIN },
    ];
  });
  const hostile = structuredArticle(blocks);
  const file = writeMarks(format, [prepareArticle(hostile.id, hostile, [])], OPTIONS);
  const read = await readDocument(Buffer.from(file), format === 'html' ? 'a.html' : 'a.md');
  if (!read.ok) throw new Error(read.error.code);
  const told = format === 'html' ? read.value.blocks.slice(1) : read.value.blocks;

  const bare = (text: string): string => text.replace(/ \|$/u, '');
  expect(told.map(({ kind, text }) => [kind, bare(text)])).toEqual(
    blocks.map(({ kind, text }) => [kind, bare(text)]),
  );
  expect(told.flatMap(({ inline = [] }) => inline)).toEqual([]);
});
