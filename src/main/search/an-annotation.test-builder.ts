import { randomUUID } from 'node:crypto';
import type { SearchableAnnotation } from './annotation-index.ts';

/** Builds an annotation for a test. */
export function anAnnotation(parts: Partial<SearchableAnnotation> = {}): SearchableAnnotation {
  return {
    // A random UUID is what the brand stands for.
    id: randomUUID() as SearchableAnnotation['id'],
    note: '',
    quote: 'فقرة',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...parts,
  };
}
