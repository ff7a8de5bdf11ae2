import { citeAsText } from '#shared/citation/cite-as-text.ts';
import { type Passage, paragraphLabel } from '#shared/citation/passage.ts';
import { dateInBothCalendars } from '#shared/i18n/calendars.ts';
import type { ExportedAnnotation, ExportedArticle } from './exported.ts';

/** Returns the position of a mark in the form that `cite` needs. */
export function passageOf(
  { article, articleId }: ExportedArticle,
  { annotation, paragraph }: ExportedAnnotation,
): Passage {
  const source = article ?? {
    id: articleId,
    title: articleId,
    author: null,
    outlet: null,
    date: null,
    address: null,
    language: 'und',
  };
  return { text: annotation.quote.exact, article: source, paragraph };
}

/** Returns author, title, outlet, date and paragraph, without the passage itself. */
export function sourceOf(exported: ExportedArticle, { paragraph }: ExportedAnnotation): string {
  const { article, articleId } = exported;
  const parts = article
    ? [article.author, article.title, article.outlet, dateInBothCalendars(article.date)]
    : [articleId];
  return [...parts, paragraphLabel(paragraph)].filter((part) => part !== null).join('، ');
}

export const citationOf = (exported: ExportedArticle, mark: ExportedAnnotation): string =>
  citeAsText(passageOf(exported, mark));
