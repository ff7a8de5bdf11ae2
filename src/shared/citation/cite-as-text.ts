import { translate, withoutIsolates } from '../i18n/translate.ts';
import { dateInBothCalendars } from '#shared/i18n/calendars.ts';
import { onOneLine } from '../domain/text.ts';
import type { Passage } from './passage.ts';
import { placeLabel } from './place-label.ts';

/**
 * Cites a passage as a sentence: «…» author, title, outlet, date in both calendars, place. Unknown details are
 * left out.
 */
export function citeAsText({ text, article, place }: Passage): string {
  const date = dateInBothCalendars(article.date);
  const { author, title, outlet } = article;
  const source = [author, title, outlet, date, placeLabel(place)];
  return withoutIsolates(
    translate('sel.citation', {
      passage: onOneLine(text),
      source: source.filter((part) => part !== null).join('، '),
    }),
  );
}
