import type { Article } from '../domain/article.ts';
import { translate } from '../i18n/translate.ts';

/** A passage, and what a citation tells about its position and its article. */
export interface Passage {
  /** The passage unchanged; it may contain several paragraphs. */
  readonly text: string;
  readonly article: Pick<
    Article,
    'id' | 'title' | 'author' | 'outlet' | 'date' | 'language' | 'address'
  >;
  /** The number of the paragraph as `paragraphAt` counts it, or `null` when the position is unknown. */
  readonly paragraph: number | null;
}

/** Names the paragraph (`الفقرة 3`) or the introduction, or returns `null` when the position is unknown. */
export function paragraphLabel(paragraph: number | null): string | null {
  if (paragraph === null) return null;
  return paragraph === 0
    ? translate('search.intro')
    : translate('search.paragraph', { n: paragraph });
}
