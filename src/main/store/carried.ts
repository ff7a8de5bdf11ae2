import type { AnnotationId, Bookmark } from '#shared/domain/annotation.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';

/** A record of which this version knows only some fields. */
export interface Carried {
  /** The record as it is in the file. */
  readonly raw: unknown;
  /** The fields that this version read from it. */
  readonly seen: unknown;
}

/** Returns the key of a record among the carried ones. */
export const carriedKey = {
  annotation: (id: AnnotationId): string => `annotation ${id}`,
  bookmark: (bookmark: Bookmark): string => `bookmark ${bookmarkKey(bookmark)}`,
  reading: 'reading',
  shelf: 'shelf',
};
