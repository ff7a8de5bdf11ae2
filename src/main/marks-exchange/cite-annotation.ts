import { citeAsText } from '#shared/citation/cite-as-text.ts';
import type { Passage } from '#shared/citation/passage.ts';
import { placeLabel } from '#shared/citation/place-label.ts';
import { sourceParts } from '#shared/citation/source-parts.ts';
import type { ExportedAnnotation, ExportedArticle } from './exported.ts';

/** Returns the position of a mark in the form that `cite` needs. */
export function passageOf(
  { article, articleId }: ExportedArticle,
  { annotation, place }: ExportedAnnotation,
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
  return { text: annotation.quote.exact, article: source, place };
}

/** Returns author, title, other people, publisher or outlet, date and place, without the passage itself. */
export function sourceOf(exported: ExportedArticle, { place }: ExportedAnnotation): string {
  const { article, articleId } = exported;
  const where = placeLabel(place);
  const parts = article ? sourceParts(article) : [articleId];
  return [...parts, ...(where === null ? [] : [where])].join('، ');
}

export const citationOf = (exported: ExportedArticle, mark: ExportedAnnotation): string =>
  citeAsText(passageOf(exported, mark));
