import type { Bookmark } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { openingWords } from './opening-words.ts';

/** What a bookmark is called: as the reader has named it, else by the first words of its paragraph. */
export function bookmarkName({ name, place, blockId }: Bookmark): string {
  if (name !== undefined) return name;
  if (place) return openingWords(place.quote.exact);
  // Bookmarks of the first version remember nothing but the number of their block.
  return translate('bookmarks.paragraph', { n: Number(blockId.slice(1)) });
}
