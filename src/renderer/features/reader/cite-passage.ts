import type { Article } from '#shared/domain/article.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';

/** A passage with where it stands: «…» title, outlet, date. Nothing is said that is not known. */
export function citePassage(
  passage: string,
  article: Pick<Article, 'title' | 'outlet' | 'date'>,
): string {
  const date = article.date === null ? null : describeDate(article.date).text;
  const source = [article.title, article.outlet, date].filter((part) => part !== null);
  return translate('sel.citation', {
    passage: passage.replaceAll('\n', ' '),
    source: source.join('، '),
  }).replace(/[\u2068\u2069]/g, '');
}
