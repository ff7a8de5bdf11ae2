import { translate, withoutIsolates } from '../i18n/translate.ts';
import { dateInBothCalendars } from '#shared/i18n/calendars.ts';
import { onOneLine } from '../domain/text.ts';
import { type Passage, placeLabel } from './passage.ts';

/**
 * A passage with where it stands, as a sentence: «…» author, title, outlet, date in both calendars, paragraph.
 * Nothing is said that is not known.
 */
export function citeAsText({ text, article, paragraph }: Passage): string {
  const date = dateInBothCalendars(article.date);
  const { author, title, outlet } = article;
  const source = [author, title, outlet, date, placeLabel(paragraph)];
  return withoutIsolates(
    translate('sel.citation', {
      passage: onOneLine(text),
      source: source.filter((part) => part !== null).join('، '),
    }),
  );
}
