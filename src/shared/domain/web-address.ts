import { readOutwardLink } from './outward-link.ts';

/**
 * Returns the normal form of a web address that may be opened, or `null` for anything else, such as a mail address, a
 * file or an address with hidden characters.
 */
export function readWebAddress(text: string): string | null {
  const read = readOutwardLink(text.trim());
  return read.ok && !read.value.href.startsWith('mailto:') ? read.value.href : null;
}
