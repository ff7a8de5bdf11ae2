import { translate, withoutIsolates } from '../i18n/translate.ts';
import { dateInBothCalendars } from '#shared/i18n/calendars.ts';
import { onOneLine } from '../domain/text.ts';
import { type Passage, paragraphLabel } from './passage.ts';

/**
 * Cites a passage as a sentence: «…» author, title, outlet, date in both calendars, paragraph. Unknown details are
 * left out.
 */
export function citeAsText({ text, article, paragraph }: Passage): string {
  const date = dateInBothCalendars(article.date);
  const { author, title, outlet } = article;
  const source = [author, title, outlet, date, paragraphLabel(paragraph)];
  return withoutIsolates(
    translate('sel.citation', {
      passage: onOneLine(text),
      source: source.filter((part) => part !== null).join('، '),
    }),
  );
}
