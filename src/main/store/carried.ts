import type { AnnotationId, Bookmark } from '#shared/domain/annotation.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';

/** A record of which this version knows a part. */
export interface Carried {
  /** As it stands in the file. */
  readonly raw: unknown;
  /** What this version made of it. */
  readonly seen: unknown;
}

/** Names a record among the carried ones. */
export const carriedKey = {
  annotation: (id: AnnotationId): string => `annotation ${id}`,
  bookmark: (bookmark: Bookmark): string => `bookmark ${bookmarkKey(bookmark)}`,
  reading: 'reading',
  shelf: 'shelf',
};
