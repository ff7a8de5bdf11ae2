import { randomUUID } from 'node:crypto';
import type { SearchableAnnotation } from './annotation-index.ts';

/** Builds an annotation for a test. */
export function anAnnotation(parts: Partial<SearchableAnnotation> = {}): SearchableAnnotation {
  return {
    // The branded id is a random UUID.
    id: randomUUID() as SearchableAnnotation['id'],
    note: '',
    quote: 'فقرة',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...parts,
  };
}
