import type { BlockStructure, Cell } from '#shared/domain/block.ts';
import { oneLine } from '../clean-text.ts';
import { directionOfLetters } from '../details/language.ts';
import type { DraftBlock, ImportedBlockKind } from '../document.ts';
import { MAX_BLOCK_UTF16, MAX_ROW_CELLS } from '#shared/domain/limits.ts';
import { BlockMaker, type Picture } from './block-maker.ts';
import { Line } from './line.ts';
import {
  NO_MARK,
  isBackReference,
  isNote,
  isNoteItem,
  isNoteLink,
  isWayBack,
  noteMark,
  writeReference,
} from './notes.ts';
import { altOf, imageName, indentOf } from './parts.ts';
import { pictureOf } from './picture-of.ts';
import { Places } from './places.ts';
import { isHidden, isPageBreak, isSilent } from './silent.ts';
import { type TableRow, tableRows } from './table.ts';
import { type MarkupElement, elementsOf, textOf } from './tree.ts';
import { hasOnlyLines, isNamedVerse, readsAsVerse, secondHalves } from './verse.ts';

const HEADING = /^h[1-6]$/u;
const LIST = /^(?:ol|ul|dl)$/u;
const FLOW =
  /^(?:address|article|aside|body|center|dd|div|dl|dt|fieldset|figure|footer|form|header|hgroup|html|main|nav|ol|p|pre|section|summary|details|table|tbody|td|tfoot|th|thead|tr|ul|li|hr|blockquote)$/u;
const SENTENCE_END = /[.!؟?:؛…]["'”»)\]]*$/u;

/**
 * Turns markup into blocks of text: headings, paragraphs, items with the numbers of ordered lists, quotes, table rows,
 * verse, code, notes, and images by their names. Scripts, styles, controls and hidden parts are left out.
 *
 * @param places  is filled and used; pass the same for all chapters of a book
 * @param file    the name of the chapter's file in a book
 */
export function readBlocks(root: MarkupElement, places = new Places(), file = ''): DraftBlock[] {
  const writer = new BlockWriter(places);
  writer.read(root, file);
  return writer.maker.blocks;
}

class BlockWriter {
  readonly maker = new BlockMaker();
  private readonly line = new Line();
  private images: Picture[] = [];
  /** Length of the line at its last line break, UTF-16 units. */
  private brokenAt = -1;
  /** True inside verse where each line is a block. */
  private endsAtBreaks = false;
  private readonly places: Places;

  constructor(places: Places) {
    this.places = places;
  }

  read(root: MarkupElement, file: string): void {
    const { anchors, pages } = this.places.pending;
    for (const anchor of anchors) this.line.name(anchor);
    for (const { label } of pages) this.line.page(label);
    this.places.enterFile(file, this.line);
    this.walk(root, 'paragraph');
    this.flush('paragraph');
    this.places.pending = this.line.takeWhole();
  }

  private walk(element: MarkupElement, kind: ImportedBlockKind): void {
    let number = Number(element.attributes.get('start') ?? 1);
    const second = this.maker.isVerse ? secondHalves(element) : null;
    this.places.reachElement(element, this.line);
    for (const child of element.children) {
      if (second?.has(child) === true) this.line.gap();
      if (typeof child === 'string') this.line.append(child);
      else if (child.name === 'li') {
        this.flush(kind);
        const isNumbered = element.name === 'ol' && Number.isInteger(number);
        this.item(child, isNumbered ? number : null);
        number += 1;
      } else this.visit(child, kind);
    }
  }

  private item(element: MarkupElement, number: number | null): void {
    const { maker } = this;
    const known = this.places.notes.get(element.attributes.get('id') ?? '');
    const note = known !== undefined || isNoteItem(element);
    const sign = known ?? (note && number !== null ? String(number) : undefined);
    if (sign !== undefined) maker.mark = noteMark(sign);
    else if (number !== null) maker.mark = { text: `${number}. `, sign: null };
    else maker.sign ??= this.places.signAt(element) ?? null;
    maker.beginItem();
    const before = maker.isNote;
    const leave = maker.enter(element);
    maker.isNote ||= note;
    this.walk(element, note ? 'paragraph' : 'item');
    this.flush(note ? 'paragraph' : 'item');
    leave();
    maker.isNote = before;
    maker.mark = NO_MARK;
  }

  private flush(kind: ImportedBlockKind): void {
    const taken = this.line.take();
    this.brokenAt = -1;
    if (taken.text !== '') this.maker.write(kind, taken);
    for (const image of this.images.splice(0)) this.maker.picture(image, this.line.takePlaces());
  }

  private visit(element: MarkupElement, kind: ImportedBlockKind): void {
    if (isPageBreak(element)) return this.places.reachPage(element, textOf(element), this.line);
    if (isSilent(element)) return;
    if (isHidden(element) || isBackReference(element)) return this.wayBack(element);
    const { maker } = this;
    const known = this.places.notes.get(element.attributes.get('id') ?? '');
    if (known !== undefined) maker.mark = noteMark(known);
    if (isWayBack(element, maker.mark)) return this.wayBack(element);
    maker.sign ??= this.places.signAt(element) ?? null;
    const before = maker.isNote;
    if (FLOW.test(element.name)) maker.isNote ||= maker.sign !== null || isNote(element);
    this.dispatch(element, kind);
    maker.isNote = before;
  }

  private dispatch(element: MarkupElement, kind: ImportedBlockKind): void {
    const { name } = element;
    if (name === 'br') this.breakLine(element, kind);
    else if (name === 'img') this.image(element, imageName(element));
    else if (name === 'figure' && this.figure(element, kind)) return;
    else if (name === 'pre') this.lines(element, kind);
    else if (name === 'table' && this.table(element, kind)) return;
    else if (isReference(element) && writeReference(element, this.line, this.places)) return;
    else if (HEADING.test(name)) this.heading(element, kind);
    else if (name === 'blockquote') this.quote(element, kind);
    else if (LIST.test(name)) this.list(element, kind);
    else if (name === 'dd') {
      this.maker.beginItem();
      this.block(element, kind, 'item');
    } else if (FLOW.test(name)) this.block(element, kind, kind);
    else this.words(element, kind);
    if (name === 'hr') this.maker.isSeparated = true;
  }

  private wayBack(element: MarkupElement): void {
    this.places.reachElement(element, this.line);
    const href = element.name === 'a' ? element.attributes.get('href') : undefined;
    if (href !== undefined) this.maker.wayBack = this.places.anchorOf(href);
  }

  private block(
    element: MarkupElement,
    outside: ImportedBlockKind,
    inside: ImportedBlockKind,
  ): void {
    const { maker } = this;
    this.flush(outside);
    const before = { ends: this.endsAtBreaks, verse: maker.isVerse };
    const isLines = inside !== 'heading' && readsAsVerse(element);
    this.endsAtBreaks ||= isLines;
    this.setVerse(before.verse || isNamedVerse(element) || (isLines && hasOnlyLines(element)));
    if (isLines && maker.blocks.at(-1)?.kind === 'verse') maker.afterGap = true;
    const leave = maker.enter(element);
    this.walk(element, inside);
    this.flush(inside);
    leave();
    this.endsAtBreaks = before.ends;
    this.setVerse(before.verse);
  }

  private setVerse(isVerse: boolean): void {
    this.maker.isVerse = isVerse;
    this.line.seesGaps = isVerse;
  }

  private heading(element: MarkupElement, kind: ImportedBlockKind): void {
    const before = this.maker.level;
    this.flush(kind);
    this.maker.level = Number(element.name.slice(1));
    this.block(element, kind, 'heading');
    this.maker.level = before;
  }

  private quote(element: MarkupElement, kind: ImportedBlockKind): void {
    this.flush(kind);
    this.maker.quotes += 1;
    this.block(element, kind, 'quote');
    this.maker.quotes -= 1;
  }

  private list(element: MarkupElement, kind: ImportedBlockKind): void {
    this.flush(kind);
    const isOrdered = element.name === 'ol';
    this.maker.lists.push({ isOrdered, hasBegun: false, itemHasBegun: false });
    this.block(element, kind, kind);
    this.maker.lists.pop();
  }

  /** Reads what stands in a line, and sets it apart as its element says. */
  private words(element: MarkupElement, kind: ImportedBlockKind): void {
    const setting = this.places.settingOf(element);
    if (setting !== null) this.line.enter(setting);
    this.walk(element, kind);
    if (setting !== null) this.line.leave();
  }

  /** Reads a line break: one inside a sentence is a space; two, or one after a sentence, end the paragraph. */
  private breakLine(element: MarkupElement, kind: ImportedBlockKind): void {
    const { line, maker } = this;
    const { length } = line;
    if (
      this.endsAtBreaks ||
      length > MAX_BLOCK_UTF16 ||
      length === this.brokenAt ||
      SENTENCE_END.test(line.ending(8))
    ) {
      if (length === 0 && maker.blocks.at(-1)?.kind === 'verse') maker.afterGap = true;
      this.flush(kind);
    } else {
      if (maker.isVerse) line.gap();
      line.append(' ');
      this.brokenAt = length;
    }
    // A parser that takes <br/> for an opening tag puts what follows inside the element.
    this.walk(element, kind);
  }

  private image(element: MarkupElement, text: string | null, hasCaption = false): void {
    this.places.reachElement(element, this.line);
    if (text === null) return;
    const number = pictureOf(element, this.places);
    this.images.push({ text, alt: altOf(element), hasCaption, number });
  }

  private figure(element: MarkupElement, kind: ImportedBlockKind): boolean {
    const parts = [...elementsOf(element)];
    const image = parts.find((part) => part.name === 'img');
    const caption = parts.find((part) => part.name === 'figcaption');
    if (!image || parts.some((part) => part.name === 'table' || part.name === 'blockquote'))
      return false;
    this.flush(kind);
    this.places.reachElement(element, this.line);
    const said = caption ? oneLine(textOf(caption)) : '';
    this.image(image, said === '' ? imageName(image) : said, said !== '');
    this.flush(kind);
    return true;
  }

  /** Reads lines that keep their form. Lines of Arabic letters are prose or verse, not code, unless they say so. */
  private lines(element: MarkupElement, kind: ImportedBlockKind): void {
    this.flush(kind);
    this.places.reachElement(element, this.line);
    const text = textOf(element);
    const isCode =
      directionOfLetters(text) === 'ltr' ||
      [...elementsOf(element)].some(({ name }) => name === 'code');
    let isEmpty = true;
    let afterGap = false;
    for (const words of text.split('\n')) {
      this.line.append(words);
      if (!isCode) this.flush(kind);
      else if (this.line.length === 0) afterGap = !isEmpty;
      else {
        const indent = indentOf(words);
        this.maker.write('code', this.line.take(), {
          ...(indent > 0 && { indent }),
          ...(afterGap && { afterGap }),
        });
        [isEmpty, afterGap] = [false, false];
      }
    }
  }

  /** Writes each row of a data table as a block. A table used for layout is read like other elements. */
  private table(element: MarkupElement, kind: ImportedBlockKind): boolean {
    const rows = tableRows(element, this.places);
    if (rows === null) return false;
    this.flush(kind);
    this.places.reachElement(element, this.line);
    const isVerse = this.maker.isVerse || isNamedVerse(element);
    for (const [index, row] of rows.entries()) this.row(row, index === 0, isVerse, kind);
    return true;
  }

  private row(row: TableRow, begins: boolean, isVerse: boolean, kind: ImportedBlockKind): void {
    const { maker } = this;
    this.line.appendLine(row);
    const taken = this.line.take();
    const cells = maker.cellsAfterMark(taken.text, row.cells);
    const [first, second] = cells;
    if (isVerse && cells.length === 2 && first && second && kind !== 'item') {
      const halves = { halves: [rangeOf(first), rangeOf(second)] } satisfies BlockStructure;
      return maker.write('verse', taken, halves);
    }
    const isRow = cells.length <= MAX_ROW_CELLS && this.places.countCells(cells.length);
    if (!isRow) return maker.write(kind, taken);
    maker.write('row', taken, { row: { cells: [...cells], ...(begins && { begins }) } });
  }
}

const isReference = (element: MarkupElement): boolean =>
  element.name === 'sup' || isNoteLink(element);

const rangeOf = ({ start, end }: Cell) => ({ start, end });
