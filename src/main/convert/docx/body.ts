import { oneLine } from '../clean-text.ts';
import type { ImportedBlock } from '../document.ts';
import { type MarkupElement, elementsOf, findFirst } from '../markup/tree.ts';
import type { Numbering, ParagraphRole } from './styles.ts';

/** Longest centred line above a text that can be its title, UTF-16 units. */
const MAX_TITLE_LINE_UTF16 = 120;
const SENTENCE_END = /[.!؟?:؛،]$/u;

export interface DocxParts {
  readonly styles: ReadonlyMap<string, ParagraphRole>;
  readonly numbering: Numbering;
  /** Returns a note by its kind and id, or `null`. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => MarkupElement | null;
}

export interface DocxBody {
  readonly blocks: readonly ImportedBlock[];
  /** The first paragraph in the style of a title. */
  readonly title: string | null;
}

/** Deleted or moved text, codes of fields, and the alternative version of a drawing. */
const LEFT_OUT =
  /^(?:w:del|w:moveFrom|w:instrText|w:delText|w:pPr|w:tblPr|w:trPr|w:tcPr|mc:Fallback|w:sdtPr|w:fldData)$/u;

/** Separates the cells of a row. */
const CELL_GAP = ' | ';

/** Reads the body of a Word document into blocks. A note becomes `[1]` in the text and a paragraph at its end. */
export function readBody(body: MarkupElement, parts: DocxParts): DocxBody {
  const reader = new BodyReader(parts);
  reader.readChildren(body);
  return { blocks: [...reader.blocks, ...reader.notes], title: reader.title };
}

class BodyReader {
  readonly blocks: ImportedBlock[] = [];
  readonly notes: ImportedBlock[] = [];
  title: string | null = null;
  private readonly parts: DocxParts;
  private readonly counters = new Map<string, number>();
  private isInNote = false;
  private images: string[] = [];
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
    const text = oneLine(this.textOf(element));
    const { role, mark } = this.roleOf(element);
    const isTitle = role === 'title' || (this.blocks.length === 0 && isTitleLine(element, text));
    if (text !== '' && isTitle && this.title === null) this.title = text;
    else if (text !== '' && role !== 'contents') {
      this.blocks.push({ kind: role === 'title' ? 'heading' : role, text: mark + text });
    }
    for (const image of this.images.splice(0)) this.blocks.push({ kind: 'image', text: image });
    for (const box of this.boxes.splice(0)) this.readChildren(box);
  }

  private roleOf(element: MarkupElement): { role: ParagraphRole; mark: string } {
    const properties = element.children.find(
      (child): child is MarkupElement => typeof child !== 'string' && child.name === 'w:pPr',
    );
    const style = properties && findFirst(properties, 'pStyle')?.attributes.get('w:val');
    const role = this.parts.styles.get(style ?? '') ?? 'paragraph';
    const list = properties && findFirst(properties, 'numPr');
    if (list === undefined || role !== 'paragraph') return { role, mark: '' };
    const id = findFirst(list, 'numId')?.attributes.get('w:val') ?? '0';
    const level = findFirst(list, 'ilvl')?.attributes.get('w:val') ?? '0';
    const numbering = this.parts.numbering(id, level);
    if (numbering === 'none') return { role, mark: '' };
    return { role: 'item', mark: numbering === 'numbered' ? `${this.count(id, level)}. ` : '' };
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
    for (const row of childrenNamed(element, 'w:tr')) {
      const cells = childrenNamed(row, 'w:tc');
      if (cells.length === 1 && cells[0]) this.readChildren(cells[0]);
      else {
        const texts = cells.map((cell) => oneLine(this.cellText(cell)));
        const text = texts.join(CELL_GAP);
        if (texts.some((cell) => cell !== '')) this.blocks.push({ kind: 'paragraph', text });
      }
    }
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
        if (typeof child === 'string') return element.name === 'w:t' ? child : '';
        return LEFT_OUT.test(child.name) ? '' : this.inlineText(child);
      })
      .join('');
  }

  private inlineText(element: MarkupElement): string {
    const { name, attributes } = element;
    if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') return ' ';
    if (name === 'w:noBreakHyphen') return '-';
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
    const about = parts.find(({ name }) => name === 'wp:docPr' || name === 'v:shape')?.attributes;
    const said = oneLine(about?.get('descr') ?? about?.get('alt') ?? about?.get('name') ?? '');
    this.images.push(said === '' ? 'صورة' : said);
  }

  private note(kind: 'footnote' | 'endnote', id: string | undefined): string {
    const note = id === undefined ? null : this.parts.note(kind, id);
    // A note inside another note is not a note of the text.
    const text = note === null || this.isInNote ? '' : this.noteText(note);
    if (text === '') return '';
    this.notes.push({ kind: 'paragraph', text: `[${this.notes.length + 1}] ${text}` });
    return `[${this.notes.length}]`;
  }

  private noteText(note: MarkupElement): string {
    this.isInNote = true;
    const text = oneLine(this.cellText(note));
    this.isInNote = false;
    return text;
  }
}

/** Recognises the title of a document without styles: a short, centred line that is not a sentence. */
function isTitleLine(element: MarkupElement, text: string): boolean {
  const isShort = text.length <= MAX_TITLE_LINE_UTF16 && /\p{L}{2}/u.test(text);
  if (!isShort || SENTENCE_END.test(text)) return false;
  return findFirst(element, 'jc')?.attributes.get('w:val') === 'center';
}

function childrenNamed(element: MarkupElement, name: string): MarkupElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    // Content controls and tracked changes can enclose rows and cells.
    return /^(?:w:sdt|w:sdtContent|w:ins|w:customXml)$/u.test(child.name)
      ? childrenNamed(child, name)
      : [];
  });
}

/** Recognises a table of contents that Word updates itself. */
function isContents({ name, children }: MarkupElement): boolean {
  if (name !== 'w:sdt') return false;
  const properties = children.find(
    (child): child is MarkupElement => typeof child !== 'string' && child.name === 'w:sdtPr',
  );
  const gallery = properties && findFirst(properties, 'docPartGallery')?.attributes.get('w:val');
  return /^table of contents$/iu.test(gallery ?? '');
}
