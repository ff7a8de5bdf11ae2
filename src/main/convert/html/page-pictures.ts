import { PICTURE_NUMBER, pictureOf } from '../markup/picture-of.ts';
import { Places } from '../markup/places.ts';
import type { MarkupElement } from '../markup/tree.ts';
import { Pictures } from '../pictures.ts';

/**
 * Longest picture that stays in its address, UTF-16 units of Base64. Readability takes a shorter one for a place holder, and
 * the words of an image may depend on that.
 */
const MAX_PLACE_HOLDER_UTF16 = 133;

/** Finds the bytes of a picture by its address; `null` when the file does not hold them. */
export type FindPart = (address: string) => (() => Uint8Array) | null;

/** The pictures of a page. */
export class PagePictures extends Pictures {
  private readonly findPart: FindPart;

  constructor(findPart: FindPart = () => null) {
    super();
    this.findPart = findPart;
  }

  /**
   * Writes the number of its picture on each image, and takes the bytes of pictures out of the addresses, because the main
   * text of the page is found more than once.
   */
  mark(page: MarkupElement): void {
    const places = new Places();
    places.findPicture = (address) => this.addData(address) ?? this.addPart(address);
    const below = [page];
    for (let element = below.pop(); element !== undefined; element = below.pop()) {
      const { children } = element;
      for (const [index, child] of children.entries()) {
        if (typeof child === 'string') continue;
        if (child.name === 'img') children[index] = marked(child, pictureOf(child, places));
        below.push(child);
      }
    }
  }

  /** Returns places that know the images that were marked. */
  places(): Places {
    const places = new Places();
    places.findPicture = (number) => (/^\d{1,4}$/u.test(number) ? Number(number) : null);
    return places;
  }

  private addPart(address: string): number | null {
    const part = this.findPart(address);
    return part && this.add(address, part);
  }
}

function marked(image: MarkupElement, number: number | null): MarkupElement {
  const attributes = new Map(image.attributes);
  const source = attributes.get('src') ?? '';
  attributes.delete(PICTURE_NUMBER);
  if (number !== null) attributes.set(PICTURE_NUMBER, String(number));
  const start = source.indexOf(',') + 1;
  if (/^data:/iu.test(source) && source.length - start >= MAX_PLACE_HOLDER_UTF16)
    attributes.set('src', 'data:,');
  return { ...image, attributes };
}
