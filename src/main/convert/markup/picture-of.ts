import type { Places } from './places.ts';
import type { MarkupElement } from './tree.ts';

/** The attribute with the number of a picture that was found before. */
export const PICTURE_NUMBER = 'data-picture-number';

/** Attributes with the address of the picture itself, when `src` only holds its place until the reader comes near. */
const LATER = [PICTURE_NUMBER, 'data-src', 'data-original', 'data-lazy-src'] as const;
/** Attributes with a list of addresses for several sizes. */
const LISTS = ['srcset', 'data-srcset'] as const;
/** Longest list that is read, UTF-16 units. A longer one holds pictures, which `src` holds, too. */
const MAX_LIST_UTF16 = 20_000;
/** Most addresses of one list. */
const MAX_LISTED = 20;

/** Returns the number of an image's picture: the first of its addresses whose bytes are in the file. */
export function pictureOf({ attributes }: MarkupElement, places: Places): number | null {
  const later = LATER.flatMap((name) => attributes.get(name) ?? []);
  const listed = LISTS.flatMap((name) => addressesIn(attributes.get(name) ?? ''));
  for (const address of [...later, attributes.get('src') ?? '', ...listed]) {
    const number = address === '' ? null : places.findPicture(address);
    if (number !== null) return number;
  }
  return null;
}

/** Returns the addresses of a `srcset`, the largest picture first. */
function addressesIn(list: string): string[] {
  if (list.length > MAX_LIST_UTF16) return [];
  const sized = list.split(/,\s+/u, MAX_LISTED).map((entry) => {
    const [address = '', size = ''] = entry.trim().split(/\s+/u, 2);
    return { address, size: Number.parseFloat(size) || 1 };
  });
  return sized.toSorted((a, b) => b.size - a.size).map(({ address }) => address);
}
