import type { Article } from '../domain/article.ts';
import type { Published } from '#shared/domain/publication.ts';
import type { PlaceInText } from '#shared/document/places.ts';

/** A passage, and what a citation tells about its position and its article. */
export interface Passage {
  /** The passage unchanged; it may contain several paragraphs. */
  readonly text: string;
  readonly article: Pick<
    Article,
    'id' | 'title' | 'author' | 'outlet' | 'date' | 'language' | 'address'
  > &
    Published;
  /** Where the passage stands, or `null` when the position is unknown. */
  readonly place: PlaceInText | null;
}
