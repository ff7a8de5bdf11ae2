import type { Place, PlaceInText } from '#shared/document/places.ts';
import { translate } from '../i18n/translate.ts';

/** Names a printed page (`ص 12`). A label that says so itself, such as `ج ٢ ص ١٥`, stays as it is. */
export const pageLabel = (label: string): string =>
  /(?:^|\s)ص\.?\s/u.test(label) ? label : translate('contents.page', { label });

/** Names the printed pages of a passage (`ص 12–13`); `null` when they are unknown. */
export function pagesLabel({ page, lastPage }: Pick<Place, 'page' | 'lastPage'>): string | null {
  if (page === null) return null;
  return pageLabel(lastPage === null ? page : `${page}–${lastPage}`);
}

/** Names chapter and printed pages (`الفصل الثالث، ص 12`), as far as the document knows them, or else `null`. */
export function chapterLabel(place: Place): string | null {
  const pages = pagesLabel(place);
  if (place.chapter === null || pages === null) return place.chapter ?? pages;
  return translate('place.inChapter', { chapter: place.chapter, place: pages });
}

/**
 * Names a place: chapter and printed pages; without pages the paragraph (`الفقرة 3`) or the introduction. `null` when the
 * position is unknown.
 */
export function placeLabel(place: PlaceInText | null): string | null {
  if (place === null) return null;
  if (place.page !== null) return chapterLabel(place);
  const paragraph =
    place.paragraph === 0
      ? translate('search.intro')
      : translate('search.paragraph', { n: place.paragraph });
  return place.chapter === null
    ? paragraph
    : translate('place.inChapter', { chapter: place.chapter, place: paragraph });
}
