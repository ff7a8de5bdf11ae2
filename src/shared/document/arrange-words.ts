import type { Inline } from '#shared/domain/block.ts';
import type { PageStart } from '#shared/domain/document.ts';
import type { DividedRange } from './divide-text.ts';
import { inlinePieces } from './inline-pieces.ts';
import type { Near, Spanned } from './nearby.ts';
import { type NestedPart, type SetRange, nestPieces } from './nest-pieces.ts';
import type { PlacedBlock } from './walk.ts';

type Setting<Mark> =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'inline'; readonly inline: Inline };

/** The words of a block as print and exports write them, in order. Marks are outside inline parts. */
export type WordsNode<Mark> =
  | (Setting<Mark> & { readonly parts: readonly WordsNode<Mark>[] })
  | { readonly kind: 'text'; readonly text: string }
  /** The mark ends before this place. */
  | { readonly kind: 'end'; readonly mark: Mark }
  | { readonly kind: 'page'; readonly page: PageStart };

/**
 * Which words of a block are written, UTF-16 units of its text. What ends or begins between `from` and `until` belongs
 * to these words, even where the text itself is left out, as between two cells.
 */
export interface Shown {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly until: number;
}

/** All words of a block from `start` on, UTF-16 units, and the line break after them. */
export const allFrom = (text: string, start = 0): Shown => ({
  start,
  end: text.length,
  from: 0,
  until: text.length + 1,
});

/** Returns the cells or halves of a block as words that leave out the separators between them. */
export const shownParts = (text: string, parts: readonly DividedRange[]): Shown[] =>
  parts.map(({ start, end, next }, index) => ({
    start,
    end,
    from: start,
    until: index === parts.length - 1 ? text.length + 1 : next,
  }));

/** Arranges the words of a block with the marks and pages near it. The texts, joined, are exactly the words shown. */
export function arrangeWords<Mark extends Spanned>(
  { block, start }: PlacedBlock,
  shown: Shown,
  near: Near<Mark>,
): WordsNode<Mark>[] {
  const inside = (at: number): number => Math.min(Math.max(at - start, shown.start), shown.end);
  const ranged = <T extends Setting<Mark>>(setting: T, from: number, to: number): SetRange<T>[] =>
    from < to ? [{ start: from, end: to, setting }] : [];
  const marks = near.marks.filter(
    ({ span }) => span.start - start < shown.until && span.end - start > shown.from,
  );
  const pages = near.pages.filter(({ at }) => at - start >= shown.from && at - start < shown.until);
  const pieces = inlinePieces<SetRange<Setting<Mark>>, SetRange<Setting<Mark>>>(
    shown.end,
    (block.inline ?? []).flatMap((part) =>
      ranged(
        { kind: 'inline', inline: part },
        inside(part.start + start),
        inside(part.end + start),
      ),
    ),
    marks.flatMap((mark) =>
      ranged({ kind: 'mark', mark }, inside(mark.span.start), inside(mark.span.end)),
    ),
    pages.map(({ at }) => inside(at)),
  ).filter(({ end }) => end > shown.start);
  const covered = pieces.map((piece) => ({ ...piece, inline: [...piece.marks, ...piece.inline] }));
  const arranger = new Arranger<Mark>(block.text, inside, pages);
  for (const mark of marks) if (mark.span.end - start <= shown.until) arranger.ending.add(mark);
  return arranger.arrange(nestPieces(covered, shown.start));
}

/** Puts pages and ends of marks between the parts of a tree. */
class Arranger<Mark extends Spanned> {
  /** The marks that end in these words and whose end has not been written. */
  readonly ending = new Set<Mark>();
  private at = 0;
  private nextPage = 0;
  private readonly text: string;
  private readonly inside: (at: number) => number;
  private readonly pages: readonly PageStart[];

  constructor(text: string, inside: (at: number) => number, pages: readonly PageStart[]) {
    this.text = text;
    this.inside = inside;
    this.pages = pages;
  }

  arrange(parts: readonly NestedPart<Setting<Mark>>[]): WordsNode<Mark>[] {
    const nodes = parts.flatMap((part) => this.node(part));
    const left = [...this.ending].map((mark) => ({ kind: 'end', mark }) as const);
    return [...nodes, ...this.pagesUpTo(this.text.length), ...left];
  }

  private node({ start, end, setting, parts }: NestedPart<Setting<Mark>>): WordsNode<Mark>[] {
    if (setting === null) {
      this.at = end;
      return [...this.pagesUpTo(start), { kind: 'text', text: this.text.slice(start, end) }];
    }
    const inner = parts.flatMap((part) => this.node(part));
    if (setting.kind === 'inline' || !this.endsHere(setting.mark))
      return [{ ...setting, parts: inner }];
    this.ending.delete(setting.mark);
    const words = inner.findLastIndex(({ kind }) => kind !== 'end') + 1;
    return [
      { ...setting, parts: inner.slice(0, words) },
      { kind: 'end', mark: setting.mark },
      ...inner.slice(words), // Marks that end at the same place.
    ];
  }

  private endsHere(mark: Mark): boolean {
    return this.ending.has(mark) && this.inside(mark.span.end) === this.at;
  }

  private pagesUpTo(at: number): WordsNode<Mark>[] {
    const nodes: WordsNode<Mark>[] = [];
    for (let page = this.pages[this.nextPage]; page; page = this.pages[this.nextPage]) {
      if (this.inside(page.at) > at) break;
      nodes.push({ kind: 'page', page });
      this.nextPage += 1;
    }
    return nodes;
  }
}
