import { PICTURE_NUMBER } from './picture-of.ts';
import { isHidden, isSilent } from './silent.ts';
import type { MarkupElement } from './tree.ts';

/** The attributes that tell an element's role in the page. */
const KEPT_ATTRIBUTES = [
  'id', 'class', 'role', 'rel', 'itemprop', 'href', 'src', 'alt', 'title', 'start', 'width', 'height', 'dir', 'lang', PICTURE_NUMBER,
]; // prettier-ignore
/** Attributes that are written under `data-`, because the choice of the main text must not depend on them. */
const KEPT_AS_DATA = ['colspan', 'rowspan'];
const VOID = /^(?:area|br|col|hr|img|wbr)$/u;
const ELEMENT_NAME = /^[a-z][a-z0-9-]*$/u;

/** Writes a tree as well-formed HTML without its silent and hidden parts, for a parser that requires this. */
export function serialize(element: MarkupElement): string {
  const parts: string[] = [];
  write(element, parts);
  return parts.join('');
}

function write(element: MarkupElement, parts: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(escape(child));
    else if (!isSilent(child) && !isHidden(child)) writeElement(child, parts);
  }
}

function writeElement(element: MarkupElement, parts: string[]): void {
  const isKnown = ELEMENT_NAME.test(element.name) && !/^(?:html|body)$/u.test(element.name);
  if (isKnown) {
    parts.push('<', element.name);
    for (const name of KEPT_ATTRIBUTES) {
      const value = element.attributes.get(name);
      if (value !== undefined) parts.push(' ', name, '="', escape(value), '"');
    }
    for (const name of KEPT_AS_DATA) {
      const value = element.attributes.get(name);
      if (value !== undefined) parts.push(' data-', name, '="', escape(value), '"');
    }
    parts.push('>');
  }
  write(element, parts);
  if (isKnown && !VOID.test(element.name)) parts.push('</', element.name, '>');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
