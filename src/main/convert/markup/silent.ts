import type { MarkupElement } from './tree.ts';

/** Elements whose content is not text of a page. */
const SILENT =
  /^(?:script|style|noscript|template|iframe|object|embed|applet|svg|annotation|annotation-xml|canvas|audio|video|select|textarea|button|input|datalist|option|head|title|link|meta|base|frameset|frame|map|progress|meter|dialog|rp|rt)$/u;

/** Tells whether an element has no text for a reader, such as scripts, styles, controls and frames. */
export function isSilent({ name }: MarkupElement): boolean {
  return SILENT.test(name);
}

/** Printed page numbers, and links back from a note. */
const BOOK_MARKS = /^(?:(?:doc-)?pagebreak|(?:doc-)?backlink)$/u;

/** Tells whether a printed page begins at an element of a book. */
export function isPageBreak({ attributes }: MarkupElement): boolean {
  const roles = [attributes.get('epub:type'), attributes.get('role')];
  return roles.some((role) => role === 'pagebreak' || role === 'doc-pagebreak');
}

/** Tells whether the page hides an element, or the element only serves navigation in a book. */
export function isHidden({ attributes }: MarkupElement): boolean {
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  const roles = [attributes.get('epub:type'), attributes.get('role')];
  if (roles.some((role) => role !== undefined && BOOK_MARKS.test(role))) return true;
  const style = attributes.get('style');
  return (
    style !== undefined &&
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style.slice(0, 1000))
  );
}
