import { oneLine } from '../clean-text.ts';
import type { ImportedBlock, ImportedBlockKind } from '../document.ts';
import { MAX_BLOCK_UTF16 } from '#shared/domain/limits.ts';
import { isHidden, isSilent } from './silent.ts';
import { type MarkupElement, elementsOf, textOf } from './tree.ts';
import { imageName, tableRows } from './parts.ts';

const HEADING = /^h[1-6]$/u;
const FLOW =
  /^(?:address|article|aside|body|center|dd|div|dl|dt|fieldset|figure|footer|form|header|hgroup|html|main|nav|ol|p|pre|section|summary|details|table|tbody|td|tfoot|th|thead|tr|ul|li|hr|blockquote)$/u;
/** Ids that converters give to notes at the end of a text, and the class of a link back from them. */
const NOTE_ID = /^(?:fn|footnote|endnote|note)[-:_]?\d+$/iu;
const BACK_REFERENCE = /\bfootnote-?back/u;
const SENTENCE_END = /[.!؟?:؛…]["'”»)\]]*$/u;

/** The numbers by which a text refers to its notes, keyed by the ids of the notes. */
export type NoteNumbers = Map<string, string>;

/** Longest line of verse or of an address, UTF-16 units. */
const MAX_VERSE_UTF16 = 60;
/** Matches addresses of notes in pages and books. */
const NOTE_ADDRESS = /#[\w-]*(?:foot|end|cite)?_?(?:note|fn|cite|ref)/iu;
/** Matches arrows and signs that link from a note back to the text. */
const WAY_BACK = /^\s*[↑↩↵^⬆]\p{M}*\s*$/u;

/**
 * Turns markup into blocks of text: headings, paragraphs, items with the numbers of ordered lists, quotes, table rows,
 * and images by their names. Scripts, styles, controls and hidden parts are left out.
 *
 * @param notes  is filled and used; pass the same map for all chapters of a book
 */
export function readBlocks(root: MarkupElement, notes: NoteNumbers = new Map()): ImportedBlock[] {
  const writer = new BlockWriter(notes);
  writer.walk(root, 'paragraph');
  writer.flush('paragraph');
  return writer.blocks;
}

class BlockWriter {
  readonly blocks: ImportedBlock[] = [];
  private line = '';
  private images: string[] = [];
  /** A text to put before the next one, such as the number of an item. */
  private mark = '';
  /** Length of the line at its last line break, UTF-16 units. */
  private brokenAt = -1;
  /** True inside verse, where each line is a block. */
  private isVerse = false;
  private readonly notes: NoteNumbers;

  constructor(notes: NoteNumbers) {
    this.notes = notes;
  }

  walk(element: MarkupElement, kind: ImportedBlockKind): void {
    let number = Number(element.attributes.get('start') ?? 1);
    for (const child of element.children) {
      if (typeof child === 'string') this.line += child;
      else if (child.name === 'li') {
        this.flush(kind);
        const known = this.notes.get(child.attributes.get('id') ?? '');
        const isNote = known !== undefined || NOTE_ID.test(child.attributes.get('id') ?? '');
        const isNumbered = element.name === 'ol' && Number.isInteger(number);
        if (isNote && (known !== undefined || isNumbered)) this.mark = `[${known ?? number}] `;
        else if (isNumbered) this.mark = `${number}. `;
        number += 1;
        this.walk(child, isNote ? 'paragraph' : 'item');
        this.flush(isNote ? 'paragraph' : 'item');
        this.mark = '';
      } else this.visit(child, kind);
    }
  }

  flush(kind: ImportedBlockKind): void {
    const text = oneLine(this.line);
    this.line = '';
    this.brokenAt = -1;
    if (text !== '') {
      this.blocks.push({ kind, text: this.mark + withoutOwnMark(text, this.mark) });
      this.mark = '';
    }
    for (const image of this.images.splice(0)) this.blocks.push({ kind: 'image', text: image });
  }

  private visit(element: MarkupElement, kind: ImportedBlockKind): void {
    const { name } = element;
    if (isSilent(element) || isHidden(element)) return;
    if (BACK_REFERENCE.test(element.attributes.get('class') ?? '') || this.noteBegins(element))
      return;
    if (name === 'br') this.breakLine(element, kind);
    else if (name === 'img') this.image(imageName(element));
    else if (name === 'figure' && this.figure(element, kind)) return;
    else if (name === 'pre') this.lines(textOf(element), kind);
    else if (name === 'table' && this.table(element, kind)) return;
    else if (name === 'sup' || isNoteLink(element)) this.reference(element, kind);
    else if (HEADING.test(name)) this.block(element, kind, 'heading');
    else if (name === 'blockquote') this.block(element, kind, 'quote');
    else if (name === 'dd') this.block(element, kind, 'item');
    else if (FLOW.test(name)) this.block(element, kind, kind);
    else this.walk(element, kind);
  }

  private block(
    element: MarkupElement,
    outside: ImportedBlockKind,
    inside: ImportedBlockKind,
  ): void {
    this.flush(outside);
    const before = this.isVerse;
    this.isVerse ||= inside !== 'heading' && readsAsVerse(element);
    this.walk(element, inside);
    this.flush(inside);
    this.isVerse = before;
  }

  /** Stores the number of a note that begins here. @returns whether the element is only a link back from it */
  private noteBegins(element: MarkupElement): boolean {
    const number = this.notes.get(element.attributes.get('id') ?? '');
    if (number !== undefined) this.mark = `[${number}] `;
    if (element.name !== 'a') return false;
    const text = oneLine(textOf(element));
    return WAY_BACK.test(text) || (this.mark !== '' && `[${text}] ` === this.mark);
  }

  /** Reads a line break: one inside a sentence is a space; two, or one after a sentence, end the paragraph. */
  private breakLine(element: MarkupElement, kind: ImportedBlockKind): void {
    const line = this.line.trimEnd();
    if (
      this.isVerse ||
      line.length > MAX_BLOCK_UTF16 ||
      line.length === this.brokenAt ||
      SENTENCE_END.test(line.slice(-8))
    )
      this.flush(kind);
    else {
      this.line = `${line} `;
      this.brokenAt = line.length;
    }
    // A parser that takes <br/> for an opening tag puts what follows inside the element.
    this.walk(element, kind);
  }

  private image(name: string | null): void {
    if (name !== null) this.images.push(name);
  }

  private figure(element: MarkupElement, kind: ImportedBlockKind): boolean {
    const parts = [...elementsOf(element)];
    const image = parts.find((part) => part.name === 'img');
    const caption = parts.find((part) => part.name === 'figcaption');
    if (!image || parts.some((part) => part.name === 'table' || part.name === 'blockquote'))
      return false;
    this.flush(kind);
    const said = caption ? oneLine(textOf(caption)) : '';
    this.image(said === '' ? imageName(image) : said);
    this.flush(kind);
    return true;
  }

  private lines(text: string, kind: ImportedBlockKind): void {
    for (const line of text.split('\n')) {
      this.flush(kind);
      this.line = line;
    }
    this.flush(kind);
  }

  /** Writes each row of a data table as a paragraph. A table used for layout is read like other elements. */
  private table(element: MarkupElement, kind: ImportedBlockKind): boolean {
    const rows = tableRows(element);
    if (rows === null) return false;
    this.flush(kind);
    for (const row of rows) {
      this.line = row;
      this.flush(kind);
    }
    return true;
  }

  /** Writes a raised number that links to a note as [1]. */
  private reference(element: MarkupElement, kind: ImportedBlockKind): void {
    const text = oneLine(textOf(element));
    const link = [element, ...elementsOf(element)].find((part) => part.name === 'a');
    const number = /^\[?([\d٠-٩]{1,4})\]?$/u.exec(text)?.[1];
    if (link === undefined || number === undefined) return this.walk(element, kind);
    this.line += `[${number}]`;
    const id = link.attributes.get('href')?.split('#')[1];
    if (id !== undefined && id !== '') this.notes.set(id, number);
  }
}

/** Recognises a link to a note that is not raised, by its type in a book or its address in a page. */
function isNoteLink({ name, attributes }: MarkupElement): boolean {
  const roles = [attributes.get('epub:type'), attributes.get('role')];
  if (roles.includes('noteref') || roles.includes('doc-noteref')) return true;
  return name === 'a' && NOTE_ADDRESS.test(attributes.get('href') ?? '');
}

/** Removes the number from a note that begins with it, because the number is already written before it. */
function withoutOwnMark(text: string, mark: string): string {
  const number = /^\[(.+)\] $/u.exec(mark)?.[1];
  if (number === undefined) return text;
  const own = /^[[(]?([\d٠-٩]{1,4})[\])]?[.:\-–]?\s+/u.exec(text);
  // This sign remains after a number that was a link.
  if (own?.[1] !== number) return text.replace(/^[.:)\]]\s+/u, '');
  return text.slice(own[0].length);
}

/** Recognises verse, an address or a signature by several line breaks between short lines. */
function readsAsVerse(element: MarkupElement): boolean {
  const isBreak = (child: MarkupElement | string): boolean =>
    typeof child !== 'string' && child.name === 'br';
  if (element.children.filter(isBreak).length < 2) return false;
  let line = '';
  for (const child of [...element.children, null]) {
    if (child !== null && !isBreak(child)) line += textOf(child);
    else {
      if (oneLine(line).length > MAX_VERSE_UTF16) return false;
      line = '';
    }
  }
  return true;
}
