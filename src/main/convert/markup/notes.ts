import { oneLine } from '../clean-text.ts';
import type { Line } from './line.ts';
import type { Places } from './places.ts';
import { type MarkupElement, elementsOf, textOf } from './tree.ts';

/** Ids that converters give to notes at the end of a text, and the class of a link back from them. */
const NOTE_ID = /^(?:fn|footnote|endnote|note)[-:_]?\d+$/iu;
const BACK_REFERENCE = /\bfootnote-?back/u;
/** Matches addresses of notes in pages and books. */
const NOTE_ADDRESS = /#[\w-]*(?:foot|end|cite)?_?(?:note|fn|cite|ref)/iu;
/** Matches arrows and signs that link from a note back to the text. */
const WAY_BACK = /^\s*[↑↩↵^⬆]\p{M}*\s*$/u;
/** What books call a single note. */
const NOTE_TYPES = /^(?:doc-)?(?:footnote|endnote|rearnote)$/u;
/** A sign that refers to a note, with or without brackets. */
const SIGN = /^[[(]?([*†‡§¶#]{1,4}|\p{L}|[\d٠-٩۰-۹]{1,4}|[¹²³⁰-⁹]{1,4})[\])]?$/u;

/** The text before a block, and the sign of the note that it belongs to. */
export interface Mark {
  readonly text: string;
  readonly sign: string | null;
}

export const NO_MARK: Mark = { text: '', sign: null };

export const noteMark = (number: string): Mark => ({ text: `[${number}] `, sign: number });

/** Tells whether the id of a list's item says that it is a note. */
export const isNoteItem = ({ attributes }: MarkupElement): boolean =>
  NOTE_ID.test(attributes.get('id') ?? '');

/** Tells whether an element says that it is one note. */
export function isNote({ attributes }: MarkupElement): boolean {
  const types = `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`;
  return types.split(/\s+/u).some((type) => NOTE_TYPES.test(type));
}

/** Tells whether the class of an element says that it links from a note back to the text. */
export const isBackReference = ({ attributes }: MarkupElement): boolean =>
  BACK_REFERENCE.test(attributes.get('class') ?? '');

/** Recognises a link from a note back to the text, which is no part of the note. */
export function isWayBack(element: MarkupElement, mark: Mark): boolean {
  if (element.name !== 'a') return false;
  const text = oneLine(textOf(element));
  return WAY_BACK.test(text) || (mark.sign !== null && `[${text}] ` === mark.text);
}

/** Recognises a link to a note that is not raised, by its type in a book or its address in a page. */
export function isNoteLink({ name, attributes }: MarkupElement): boolean {
  const roles = [attributes.get('epub:type'), attributes.get('role')];
  if (roles.includes('noteref') || roles.includes('doc-noteref')) return true;
  return name === 'a' && NOTE_ADDRESS.test(attributes.get('href') ?? '');
}

/**
 * Writes a raised number that links to a note as [1], and remembers the signs of other notes.
 *
 * @returns false when nothing was written
 */
export function writeReference(element: MarkupElement, line: Line, places: Places): boolean {
  const text = oneLine(textOf(element));
  const link = linkOf(element);
  const number = /^\[?([\d٠-٩]{1,4})\]?$/u.exec(text)?.[1];
  if (link === undefined) return false;
  const href = link.attributes.get('href');
  const anchor = href === undefined ? null : places.anchorOf(href);
  if (number === undefined) {
    rememberSign(text, anchor, places);
    return false;
  }
  for (const part of new Set([element, link])) places.reachElement(part, line);
  line.appendPart(`[${number}]`, anchor === null ? { kind: 'super' } : { anchor });
  const id = href?.split('#')[1];
  if (id !== undefined && id !== '') places.notes.set(id, number);
  return true;
}

/** Remembers a sign such as * that stays in the text as it is. */
export function rememberSign(text: string, anchor: string | null, places: Places): void {
  const sign = SIGN.exec(text)?.[1];
  if (sign !== undefined && anchor !== null && !places.signs.has(anchor))
    places.signs.set(anchor, sign);
}

const linkOf = (element: MarkupElement): MarkupElement | undefined =>
  [element, ...elementsOf(element)].find((part) => part.name === 'a');

/** Returns the length of the number with which a note begins, because it is already written before it; UTF-16 units. */
export function ownMarkLength(text: string, { sign }: Mark): number {
  if (sign === null) return 0;
  const own = /^[[(]?([\d٠-٩]{1,4})[\])]?[.:\-–]?\s+/u.exec(text);
  // This sign remains after a number that was a link.
  if (own?.[1] !== sign) return /^[.:)\]]\s+/u.exec(text)?.[0].length ?? 0;
  return own[0].length;
}
