import type { ImportedBlock } from './document.ts';

/** Tells whether a block is text between headings, and neither an item, a quotation nor a picture. */
export function isProse({ kind, isQuoted }: ImportedBlock): boolean {
  if (isQuoted === true) return false;
  return kind !== 'heading' && kind !== 'item' && kind !== 'quote' && kind !== 'image';
}
