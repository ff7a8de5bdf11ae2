import type { Article } from '#shared/domain/article.ts';
import type { Block, BlockStructure } from '#shared/domain/block.ts';
import type { PageStart } from '#shared/domain/document.ts';
import { sampleArticle } from './marked-article.ts';

type DraftBlock = BlockStructure & Pick<Block, 'kind' | 'text'>;

/** Builds an article from blocks with structure; `at` finds an offset of the canonical text by its words. */
export function structuredArticle(
  drafts: readonly DraftBlock[],
  pages: readonly { readonly label: string; readonly words: string }[] = [],
): Article {
  const blocks = drafts.map((draft, index): Block => ({ id: `b${index}`, ...draft }));
  const text = blocks.map((block) => block.text).join('\n');
  const starts = pages.map(({ label, words }): PageStart => ({ label, at: text.indexOf(words) }));
  return {
    ...sampleArticle({}, ['نص']),
    blocks,
    structure: { outline: [], pages: starts, assets: [] },
  };
}

/** Returns the range of some words in a text, UTF-16 units. */
export function rangeOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

const PROSE = 'كان السلّم القديم ينزل من السوق إلى الماء، وله سبع درجات [1] من حجر أسود.';
const HEAD = 'القارب | الحمولة';
const ROW = 'الهلال | قمح وتمر';
const VERSE = 'يا ماءُ سِر بنا … إلى حيث المدينة';
const NOTE = '[1] عدّها الزائر الأوّل تسعًا.';

/** The texts before the note, joined; the note begins behind them. */
const BEFORE_NOTE: readonly DraftBlock[] = [
  { kind: 'heading', text: 'باب الماء', level: 1 },
  { kind: 'heading', text: 'فصل السلّم', level: 2 },
  {
    kind: 'paragraph',
    text: PROSE,
    inline: [
      { kind: 'strong', ...rangeOf(PROSE, 'السلّم القديم') },
      { kind: 'link', ...rangeOf(PROSE, 'السوق'), href: 'https://example.org/s?a=1&b=(2)' },
      { kind: 'emphasis', ...rangeOf(PROSE, 'الماء') },
      { kind: 'reference', ...rangeOf(PROSE, '[1]'), to: 0 },
    ],
  },
  { kind: 'quote', text: 'من نزل إلى الماء عرف الدرج.' },
  { kind: 'item', text: 'حبل', list: { depth: 0, marker: 0, begins: true }, isQuoted: true },
  {
    kind: 'item',
    text: '4. أدوات',
    list: { depth: 0, marker: 3, isOrdered: true, begins: true },
  },
  { kind: 'item', text: 'مجداف', list: { depth: 1, marker: 0, begins: true } },
  { kind: 'item', text: 'مرساة', list: { depth: 1, marker: 0 } },
  { kind: 'item', text: '5. رجال', list: { depth: 0, marker: 3, isOrdered: true } },
  {
    kind: 'row',
    text: HEAD,
    row: {
      begins: true,
      cells: [
        { ...rangeOf(HEAD, 'القارب'), isHeader: true },
        { ...rangeOf(HEAD, 'الحمولة'), isHeader: true },
      ],
    },
  },
  {
    kind: 'row',
    text: ROW,
    inline: [{ kind: 'strong', ...rangeOf(ROW, 'تمر') }],
    row: { cells: [rangeOf(ROW, 'الهلال'), rangeOf(ROW, 'قمح وتمر')] },
  },
  {
    kind: 'verse',
    text: VERSE,
    isSeparated: true,
    halves: [rangeOf(VERSE, 'يا ماءُ سِر بنا'), rangeOf(VERSE, 'إلى حيث المدينة')],
  },
  { kind: 'code', text: 'if (depth < 7) {' },
  { kind: 'code', text: 'go(`down`);', indent: 4 },
  { kind: 'code', text: '}', afterGap: true },
  { kind: 'paragraph', text: 'وعند المساء يعود الملّاحون إلى السوق، ويغلق الحارس باب السلّم بيده.' },
];

const NOTE_START = BEFORE_NOTE.reduce((sum, { text }) => sum + text.length + 1, 0);

/** A small document with every kind of block, in which one word leads to a note. */
export const RICH_BLOCKS: readonly DraftBlock[] = [
  ...BEFORE_NOTE.map((block): DraftBlock => ({
    ...block,
    ...(block.inline && {
      inline: block.inline.map((part) =>
        part.kind === 'reference' ? { ...part, to: NOTE_START } : part,
      ),
    }),
  })),
  { kind: 'note', text: NOTE, sign: '1' },
];
