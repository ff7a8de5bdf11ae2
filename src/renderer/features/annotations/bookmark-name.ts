import type { Bookmark } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { openingWords } from './opening-words.ts';

/** The name that the reader gave to a bookmark, or else the first words of its paragraph. */
export function bookmarkName({ name, place, blockId }: Bookmark): string {
  if (name !== undefined) return name;
  if (place) return openingWords(place.quote.exact);
  // Bookmarks of the first version store only the number of their block.
  return translate('bookmarks.paragraph', { n: Number(blockId.slice(1)) });
}
