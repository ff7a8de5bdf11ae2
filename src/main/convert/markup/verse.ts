import type { BlockStructure } from '#shared/domain/block.ts';
import { oneLine } from '../clean-text.ts';
import { type MarkupElement, type MarkupNode, textOf } from './tree.ts';

/** Longest line of verse or of an address, UTF-16 units. */
const MAX_VERSE_UTF16 = 60;
/** Words in the classes and types of verse. */
const VERSE = /^(?:z3998:)?(?:poem|poetry|verse|stanza|bayt|qasida|hemistich|line-?block)/iu;
/** Elements in a line. */
const WORDS = /^(?:br|span|a|b|strong|i|em|u|font|small|sup|sub|bdi|bdo)$/u;
/** A sign between the halves of a line. The text is on one line, in which each blank is one space. */
const BETWEEN_HALVES = / (?:…|\.{3,6}|\*{1,3}|۞|%~%) /gu;

/** Tells whether the class or type of an element says that it is verse. */
export function isNamedVerse({ attributes }: MarkupElement): boolean {
  const names = `${attributes.get('class') ?? ''} ${attributes.get('epub:type') ?? ''}`;
  return names.split(/\s+/u).some((name) => VERSE.test(name));
}

/** Recognises verse, an address or a signature by several line breaks between short lines. */
export function readsAsVerse(element: MarkupElement): boolean {
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

/** Tells whether an element holds nothing but words and line breaks. */
export function hasOnlyLines({ children }: MarkupElement): boolean {
  return children.every((child) => typeof child === 'string' || WORDS.test(child.name));
}

/** Returns the second of two elements that are a whole line together: the second half of the line. */
export function secondHalves({ children }: MarkupElement): ReadonlySet<MarkupNode> {
  const halves = new Set<MarkupNode>();
  let line: MarkupNode[] = [];
  for (const child of [...children, null]) {
    if (child !== null && !isBreak(child)) {
      if (typeof child !== 'string' || child.trim() !== '') line.push(child);
      continue;
    }
    const [first, second] = line;
    if (line.length === 2 && second !== undefined && isHalf(first) && isHalf(second))
      halves.add(second);
    line = [];
  }
  return halves;
}

/** Returns the halves of a line that one gap or one sign divides. */
export function halvesOf(text: string, gaps: readonly number[]): BlockStructure['halves'] {
  const [gap, ...moreGaps] = gaps;
  if (gap !== undefined)
    return moreGaps.length > 0 ? undefined : between(text, gap, text[gap] === ' ' ? gap + 1 : gap);
  const [sign, ...moreSigns] = text.matchAll(BETWEEN_HALVES);
  if (sign === undefined || moreSigns.length > 0) return undefined;
  return between(text, sign.index, sign.index + sign[0].length);
}

function between(text: string, end: number, start: number): BlockStructure['halves'] {
  if (end === 0 || start >= text.length) return undefined;
  return [
    { start: 0, end },
    { start, end: text.length },
  ];
}

const isBreak = (child: MarkupNode): boolean => typeof child !== 'string' && child.name === 'br';

const isHalf = (child: MarkupNode | undefined): boolean =>
  child !== undefined && typeof child !== 'string' && /^(?:span|b|i|bdi|font)$/u.test(child.name);
