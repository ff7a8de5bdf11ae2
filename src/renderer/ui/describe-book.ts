import { isBook } from '#shared/domain/publication.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';

/** Says that a book is one, and how many chapters it has (`كتاب`, `26 فصلًا`); empty for anything else. */
export function describeBook(
  article: Pick<ArticleSummary, 'publication' | 'own'>,
): readonly string[] {
  if (!isBook(article)) return [];
  const chapters = article.publication?.chapters ?? 0;
  return [
    translate('book.kind'),
    ...(chapters > 0 ? [translate('book.chapters', { n: chapters })] : []),
  ];
}
