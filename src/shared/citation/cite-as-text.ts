import { translate, withoutIsolates } from '../i18n/translate.ts';
import { onOneLine } from '../domain/text.ts';
import type { Passage } from './passage.ts';
import { placeLabel } from './place-label.ts';
import { sourceParts } from './source-parts.ts';

/**
 * Cites a passage as a sentence: «…» author, title, other people, publisher or outlet, date in
 * both calendars, place. Unknown details are
 * left out.
 */
export function citeAsText({ text, article, place }: Passage): string {
  const where = placeLabel(place);
  const source = [...sourceParts(article), ...(where === null ? [] : [where])];
  return withoutIsolates(
    translate('sel.citation', {
      passage: onOneLine(text),
      source: source.join('، '),
    }),
  );
}
