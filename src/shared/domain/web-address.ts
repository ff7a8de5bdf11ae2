import { readOutwardLink } from './outward-link.ts';

/**
 * The address of a page on the web in its normal form, by the rule of what may be opened; `null` for anything else,
 * such as a mailbox, a file or an address that hides letters.
 */
export function readWebAddress(text: string): string | null {
  const read = readOutwardLink(text.trim());
  return read.ok && !read.value.href.startsWith('mailto:') ? read.value.href : null;
}
