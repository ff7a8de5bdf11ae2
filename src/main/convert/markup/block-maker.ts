import type { BlockStructure, Cell } from '#shared/domain/block.ts';
import { MAX_BLOCK_UTF16, MAX_LIST_DEPTH } from '#shared/domain/limits.ts';
import type { DraftBlock, ImportedBlockKind } from '../document.ts';
import { type TakenLine, fieldsOf, shifted } from './line.ts';
import { type Mark, NO_MARK, ownMarkLength } from './notes.ts';
import type { MarkupElement } from './tree.ts';
import { halvesOf } from './verse.ts';

/** A list that is being read. */
interface OpenList {
  readonly isOrdered: boolean;
  hasBegun: boolean;
  /** True when a block of the present item has been written. */
  itemHasBegun: boolean;
}

/** What a picture of the document is shown as until its bytes are there. */
export interface Picture {
  readonly text: string;
  readonly alt: string;
  readonly hasCaption: boolean;
  /** Its number among the pictures of the document, or `null` when its bytes are not in the file. */
  readonly number: number | null;
}

/** Makes blocks of finished lines, with what is known about the place where they stand. */
export class BlockMaker {
  readonly blocks: DraftBlock[] = [];
  /** A text to put before the next block, such as the number of an item. */
  mark: Mark = NO_MARK;
  /** The sign of a note that begins with the next block, when it stands in the text already. */
  sign: string | null = null;
  /** Where the link at the end of a note leads back to. */
  wayBack: string | null = null;
  /** True inside a note. */
  isNote = false;
  /** True inside verse. */
  isVerse = false;
  /** True when an empty line was before the next line of verse or code. */
  afterGap = false;
  isSeparated = false;
  quotes = 0;
  level: number | null = null;
  language: string | undefined;
  direction: 'rtl' | 'ltr' | undefined;
  readonly lists: OpenList[] = [];

  /** Writes a line as a block. */
  write(kind: ImportedBlockKind, taken: TakenLine, more: BlockStructure = {}): void {
    const { mark } = this;
    const cut = ownMarkLength(taken.text, mark);
    const line = shifted(taken, cut, mark.text.length);
    const text = mark.text + taken.text.slice(cut);
    const sign = mark.sign ?? this.sign;
    const real = this.kindOf(kind, sign);
    const fields = fieldsOf(line);
    const back = sign === null || mark.sign === null ? null : this.wayBack;
    this.add({
      ...fields,
      kind: real,
      text,
      ...(real === 'heading' && this.level !== null && { level: this.level }),
      ...(real === 'item' && { list: this.placeInList() }),
      ...(real === 'note' && sign !== null && { sign }),
      ...(real === 'verse' && this.verse(text, line.gaps)),
      ...(back !== null && {
        leads: [
          { start: 0, end: mark.text.trimEnd().length, anchor: back },
          ...(fields.leads ?? []),
        ],
      }),
      ...more,
    });
    this.mark = NO_MARK;
    this.sign = null;
    this.wayBack = null;
    this.afterGap = false;
  }

  /** Writes an image by its name, with the places that are named before it. */
  picture(
    { text, alt, hasCaption, number }: Picture,
    { anchors, pages }: Pick<TakenLine, 'anchors' | 'pages'>,
  ): void {
    this.add({
      kind: 'image',
      text,
      figure: {
        asset: null,
        alt: alt.slice(0, MAX_BLOCK_UTF16),
        ...(hasCaption && { hasCaption: true as const }),
      },
      ...(number !== null && { picture: number }),
      ...(anchors.length > 0 && { anchors }),
      ...(pages.length > 0 && { pages }),
    });
  }

  /** Moves the cells of a row by the text that is put before it. */
  cellsAfterMark(text: string, cells: readonly Cell[]): readonly Cell[] {
    const move = this.mark.text.length - ownMarkLength(text, this.mark);
    if (move === 0) return cells;
    return cells.map((cell) => ({
      ...cell,
      start: Math.max(cell.start + move, 0),
      end: Math.max(cell.end + move, 0),
    }));
  }

  beginItem(): void {
    const list = this.lists.at(-1);
    if (list) list.itemHasBegun = false;
  }

  /** Enters the language and direction that an element states. @returns a function that leaves them */
  enter({ attributes }: MarkupElement): () => void {
    const before = [this.language, this.direction] as const;
    const direction = attributes.get('dir')?.toLowerCase();
    if (direction === 'rtl' || direction === 'ltr') this.direction = direction;
    this.language = attributes.get('lang') ?? attributes.get('xml:lang') ?? this.language;
    return () => {
      [this.language, this.direction] = before;
    };
  }

  private kindOf(kind: ImportedBlockKind, sign: string | null): ImportedBlockKind {
    const isProse = kind === 'paragraph' || kind === 'quote';
    if (kind === 'item' && sign !== null) return 'note';
    if (isProse && (this.isNote || sign !== null)) return 'note';
    return isProse && this.isVerse ? 'verse' : kind;
  }

  private verse(text: string, gaps: readonly number[]): BlockStructure {
    const halves = halvesOf(text, gaps);
    const { afterGap } = this;
    return { ...(halves && { halves }), ...(afterGap && { afterGap: true as const }) };
  }

  private placeInList(): NonNullable<BlockStructure['list']> {
    const list = this.lists.at(-1);
    const begins = list?.hasBegun === false;
    const continues = list?.itemHasBegun === true;
    if (list) [list.hasBegun, list.itemHasBegun] = [true, true];
    return {
      depth: Math.min(Math.max(this.lists.length - 1, 0), MAX_LIST_DEPTH),
      marker: this.mark.text.length,
      ...(list?.isOrdered === true && { isOrdered: true as const }),
      ...(begins && { begins: true as const }),
      ...(continues && { continues: true as const }),
    };
  }

  private add(block: DraftBlock): void {
    this.blocks.push({
      ...block,
      ...(this.quotes > 0 && block.kind !== 'quote' && { isQuoted: true as const }),
      ...(this.isSeparated && { isSeparated: true as const }),
      ...(this.language !== undefined && { language: this.language }),
      ...(this.direction !== undefined && { direction: this.direction }),
    });
    this.isSeparated = false;
  }
}
