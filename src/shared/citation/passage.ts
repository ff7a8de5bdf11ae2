import type { Article } from '../domain/article.ts';
import { translate } from '../i18n/translate.ts';

/** A passage with what a citation says of where it stands. */
export interface Passage {
  /** The words as they stand in the text; may cross paragraphs. */
  readonly text: string;
  readonly article: Pick<
    Article,
    'id' | 'title' | 'author' | 'outlet' | 'date' | 'language' | 'address'
  >;
  /** As `paragraphAt` counts it; `null` when it is not known where the passage stands. */
  readonly paragraph: number | null;
}

/** `الفقرة 3`, or the introduction; `null` when the place is not known. */
export function placeLabel(paragraph: number | null): string | null {
  if (paragraph === null) return null;
  return paragraph === 0
    ? translate('search.intro')
    : translate('search.paragraph', { n: paragraph });
}
