import { MAX_LIST_DEPTH, MAX_ROW_CELLS } from '#shared/domain/limits.ts';
import type { Cell } from '#shared/domain/block.ts';
import { joinOnOneLine, oneLine } from '../clean-text.ts';
import type { DraftBlock, Lead } from '../document.ts';
import { type MarkupElement, elementsOf, findFirst } from '../markup/tree.ts';
import { childrenNamed, imageOf, isContents, isTitleLine, spanOf } from './elements.ts';
import { type Numbering, type ParagraphRole, type ParagraphStyle, outlineLevel } from './styles.ts';

export interface DocxParts {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly numbering: Numbering;
  /** Returns a note by its kind and id, or `null`. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => MarkupElement | null;
  /** Returns the number of the picture that a relation of the document names, or `null`. */
  readonly picture: (relation: string) => number | null;
}

export interface DocxBody {
  readonly blocks: readonly DraftBlock[];
  /** The first paragraph in the style of a title. */
  readonly title: string | null;
}

/** Deleted or moved text, codes of fields, and the alternative version of a drawing. */
const LEFT_OUT =
  /^(?:w:del|w:moveFrom|w:instrText|w:delText|w:pPr|w:tblPr|w:trPr|w:tcPr|mc:Fallback|w:sdtPr|w:fldData)$/u;

/** Separates the cells of a row. */
const CELL_GAP = ' | ';

/** Stands for the beginning of a page while a paragraph is read. No text contains this character. */
const PAGE_BREAK = '\uFFFE';
/** Most pages that begin in one paragraph. */
const MAX_BREAKS = 100;

/** Reads the body of a Word document into blocks. A note becomes `[1]` in the text and a block at its end. */
export function readBody(body: MarkupElement, parts: DocxParts): DocxBody {
  const reader = new BodyReader(parts);
  reader.readChildren(body);
  return { blocks: [...reader.blocks, ...reader.notes], title: reader.title };
}

class BodyReader {
  readonly blocks: DraftBlock[] = [];
  readonly notes: DraftBlock[] = [];
  title: string | null = null;
  private readonly parts: DocxParts;
  private readonly counters = new Map<string, number>();
  private isInNote = false;
  /** The page on which the text is; pages are counted from 1. */
  private page = 1;
  /** True when Word said where it began pages. */
  private hasPages = false;
  /** The ids of the lists that the item before is in, by depth; empty after any other block. */
  private lists: string[] = [];
  /** The signs of the notes to which the present text refers. */
  private referred: string[] = [];
  private images: DraftBlock[] = [];
  private boxes: MarkupElement[] = [];

  constructor(parts: DocxParts) {
    this.parts = parts;
  }

  readChildren(element: MarkupElement): void {
    for (const child of element.children) {
      if (typeof child === 'string' || LEFT_OUT.test(child.name)) continue;
      if (child.name === 'w:p') this.paragraph(child);
      else if (child.name === 'w:tbl') this.table(child);
      else if (!isContents(child)) this.readChildren(child);
    }
  }

  private paragraph(element: MarkupElement): void {
    const { text, pages } = this.withPages(this.textOf(element));
    const { role, mark, more } = this.roleOf(element);
    const isTitle = role === 'title' || (this.blocks.length === 0 && isTitleLine(element, text));
    if (text !== '' && isTitle && this.title === null) this.title = text;
    else if (text !== '' && role !== 'contents') {
      const block = { kind: role === 'title' ? 'heading' : role, text: mark + text, ...more };
      this.push(
        block,
        pages.map(({ label, at }) => ({ label, at: at + mark.length })),
      );
    }
    for (const image of this.images.splice(0)) this.push(image);
    for (const box of this.boxes.splice(0)) this.readChildren(box);
  }

  /** Adds a block with the references to notes in it. */
  private push(block: DraftBlock, pages: NonNullable<DraftBlock['pages']> = []): void {
    const leads = this.leadsIn(block.text);
    this.blocks.push({
      ...block,
      ...(leads.length > 0 && { leads }),
      ...(pages.length > 0 && { pages }),
    });
    if (block.kind !== 'item') this.lists = [];
  }

  /** Finds the references to the notes that were read with this text, in order. */
  private leadsIn(text: string): Lead[] {
    const leads: Lead[] = [];
    let from = 0;
    for (const sign of this.referred.splice(0)) {
      const start = text.indexOf(`[${sign}]`, from);
      if (start === -1) continue;
      from = start + sign.length + 2;
      leads.push({ start, end: from, anchor: `note ${sign}` });
    }
    return leads;
  }

  /** Takes the beginnings of pages out of a text, and returns where they are in the text on one line. */
  private withPages(raw: string): { text: string; pages: { label: string; at: number }[] } {
    const pieces = raw.split(PAGE_BREAK);
    const { text, starts } = joinOnOneLine(pieces);
    const pages = starts.slice(1, MAX_BREAKS).map((at) => {
      this.page += 1;
      return { label: String(this.page), at };
    });
    if (!this.hasPages && pages.length > 0) {
      // The first page begins with the text; that is known when the second one is found.
      const [first] = this.blocks;
      if (first)
        this.blocks[0] = { ...first, pages: [{ label: '1', at: 0 }, ...(first.pages ?? [])] };
      else pages.unshift({ label: '1', at: 0 });
      this.hasPages = true;
    }
    return { text, pages };
  }

  private roleOf(element: MarkupElement): {
    role: ParagraphRole;
    mark: string;
    more: Partial<DraftBlock>;
  } {
    const properties = element.children.find(
      (child): child is MarkupElement => typeof child !== 'string' && child.name === 'w:pPr',
    );
    const id = properties && findFirst(properties, 'pStyle')?.attributes.get('w:val');
    const style = this.parts.styles.get(id ?? '') ?? { role: 'paragraph', level: null };
    const own = properties && outlineLevel(properties);
    if (own != null && style.role === 'paragraph')
      return { role: 'heading', mark: '', more: { level: own } };
    const list = properties && findFirst(properties, 'numPr');
    if (list !== undefined && style.role === 'paragraph') return this.item(list);
    return { role: style.role, mark: '', more: style.level === null ? {} : { level: style.level } };
  }

  private item(list: MarkupElement): ReturnType<BodyReader['roleOf']> {
    const id = findFirst(list, 'numId')?.attributes.get('w:val') ?? '0';
    const level = findFirst(list, 'ilvl')?.attributes.get('w:val') ?? '0';
    const numbering = this.parts.numbering(id, level);
    if (numbering === 'none') return { role: 'paragraph', mark: '', more: {} };
    const mark = numbering === 'numbered' ? `${this.count(id, level)}. ` : '';
    const depth = Math.min(Math.max(Number(level) || 0, 0), MAX_LIST_DEPTH);
    // Some programs give an inner list an id of its own.
    const begins = this.lists[depth] !== id;
    this.lists = [...this.lists.slice(0, depth), id];
    const place = {
      depth,
      marker: mark.length,
      ...(mark !== '' && { isOrdered: true as const }),
      ...(begins && { begins: true as const }),
    };
    return { role: 'item', mark, more: { list: place } };
  }

  private count(id: string, level: string): number {
    const key = `${id}/${level}`;
    const number = (this.counters.get(key) ?? 0) + 1;
    this.counters.set(key, number);
    // Deeper levels of the list restart their numbers.
    for (const other of this.counters.keys()) {
      const [list, below] = other.split('/');
      if (list === id && Number(below) > Number(level)) this.counters.delete(other);
    }
    return number;
  }

  private table(element: MarkupElement): void {
    let begins = true;
    for (const row of childrenNamed(element, 'w:tr')) {
      const cells = childrenNamed(row, 'w:tc');
      if (cells.length === 1 && cells[0]) this.readChildren(cells[0]);
      else begins = !this.row(row, cells, begins) && begins;
    }
  }

  /** Adds a row of a table. @returns false when all its cells are empty */
  private row(row: MarkupElement, elements: readonly MarkupElement[], begins: boolean): boolean {
    const texts = elements.map((cell) => this.withPages(this.cellText(cell)).text);
    if (texts.every((text) => text === '')) return false;
    const isHeader = findFirst(row, 'tblHeader') !== undefined;
    let start = 0;
    const cells = texts.map((text, index): Cell => {
      const cell = { start, end: start + text.length, ...spanOf(elements[index]) };
      start = cell.end + CELL_GAP.length;
      return isHeader ? { ...cell, isHeader: true } : cell;
    });
    this.push({
      kind: 'row',
      text: texts.join(CELL_GAP),
      row: { cells: cells.slice(0, MAX_ROW_CELLS), ...(begins && { begins: true as const }) },
    });
    return true;
  }

  private cellText(cell: MarkupElement): string {
    return cell.children
      .map((child) => {
        if (typeof child === 'string') return '';
        // A table inside a cell becomes a row of its cells.
        return `${/^w:t(?:bl|r)$/u.test(child.name) ? this.cellText(child) : this.textOf(child)} `;
      })
      .join('');
  }

  /** Returns the text of a paragraph. Images, text boxes and notes in it are collected for later blocks. */
  private textOf(element: MarkupElement): string {
    return element.children
      .map((child) => {
        if (typeof child === 'string')
          return element.name === 'w:t' ? child.replaceAll(PAGE_BREAK, '') : '';
        return LEFT_OUT.test(child.name) ? '' : this.inlineText(child);
      })
      .join('');
  }

  private inlineText(element: MarkupElement): string {
    const { name, attributes } = element;
    if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') return ' ';
    if (name === 'w:noBreakHyphen') return '-';
    if (name === 'w:lastRenderedPageBreak') return this.isInNote ? '' : PAGE_BREAK;
    if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.drawing(element);
    else if (name === 'w:footnoteReference') return this.note('footnote', attributes.get('w:id'));
    else if (name === 'w:endnoteReference') return this.note('endnote', attributes.get('w:id'));
    else if (name === 'm:t') return element.children.filter((c) => typeof c === 'string').join('');
    else return this.textOf(element);
    return '';
  }

  private drawing(element: MarkupElement): void {
    const parts = [...elementsOf(element)];
    const boxes = parts.filter(({ name }) => name === 'w:txbxContent');
    this.boxes.push(...boxes);
    if (boxes.length > 0 || !parts.some(({ name }) => /^(?:a:blip|v:imagedata)$/u.test(name)))
      return;
    this.images.push(imageOf(parts, this.parts.picture));
  }

  private note(kind: 'footnote' | 'endnote', id: string | undefined): string {
    const note = id === undefined ? null : this.parts.note(kind, id);
    // A note inside another note is not a note of the text.
    const text = note === null || this.isInNote ? '' : this.noteText(note);
    if (text === '') return '';
    const sign = String(this.notes.length + 1);
    this.notes.push({ kind: 'note', text: `[${sign}] ${text}`, sign, anchors: [`note ${sign}`] });
    this.referred.push(sign);
    return `[${sign}]`;
  }

  private noteText(note: MarkupElement): string {
    this.isInNote = true;
    const text = oneLine(this.cellText(note));
    this.isInNote = false;
    return text;
  }
}
