import { dateInBothCalendars } from '#shared/i18n/calendars.ts';
import { type Credit, type Published, creditsOf } from '#shared/domain/publication.ts';
import type { Article } from '../domain/article.ts';
import { translate } from '../i18n/translate.ts';

/** Separates names of people. */
export const BETWEEN_NAMES = '، ';

/** Names the people of one role (`ترجمة نوال الشامي`); an author is only a name. */
export function creditText({ role, names }: Credit): string {
  const joined = names.join(BETWEEN_NAMES);
  return role === 'author' ? joined : translate(`book.by.${role}`, { names: joined });
}

/** Names the publisher or outlet, the place, the edition and the volume, as far as they are known. */
export function imprintOf({ outlet, publication }: Published): string[] {
  const { publisher = null, place = null, edition = null, volume = null } = publication ?? {};
  const parts = [
    outlet ?? publisher,
    place,
    edition === null || !isNumber(edition) ? edition : translate('book.edition', { edition }),
    volume === null || !isNumber(volume) ? volume : translate('book.volume', { volume }),
  ];
  return parts.filter((part) => part !== null);
}

const isNumber = (text: string): boolean => /^\p{Nd}{1,4}$/u.test(text);

/** Returns what a citation says of an article, in order: author, title, other people, publisher or outlet, date. */
export function sourceParts(article: Published & Pick<Article, 'title' | 'date'>): string[] {
  const [first, ...rest] = creditsOf(article);
  const author = first?.role === 'author' ? [creditText(first)] : [];
  const others = first && first.role !== 'author' ? [first, ...rest] : rest;
  const date = dateInBothCalendars(article.date);
  return [
    ...author,
    article.title,
    ...others.map(creditText),
    ...imprintOf(article),
    ...(date === null ? [] : [date]),
  ];
}
