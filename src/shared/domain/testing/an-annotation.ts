import * as v from 'valibot';
import { type Annotation, type AnnotationId, annotationSchema } from '../annotation.ts';

/** Returns the id of the n-th annotation of a test. */
export const annotationId = (number: number): AnnotationId =>
  v.parse(
    annotationSchema.entries.id,
    `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  );

/** When the annotations of `anAnnotation` were made, unless a test says otherwise. */
export const ANNOTATED_AT = '2026-01-02T03:04:05.000Z';

/** The value of every field that a test does not name. A test of the schema uses it unchanged. */
export const ANNOTATION_FIELDS = {
  articleId: 'sample',
  meaning: 'fact',
  span: { start: 0, end: 4 },
  contentHash: 'a'.repeat(64),
  quote: { exact: 'خبر.', prefix: '', suffix: '' },
  note: '',
  tags: [],
  createdAt: ANNOTATED_AT,
  updatedAt: ANNOTATED_AT,
} as const;

/** The fields of an annotation as a test writes them: ids need no brand. */
type Changes = { readonly [Field in keyof Annotation]?: unknown };

/** Builds the n-th annotation of a test: a highlight without a note in the article `sample`. */
export const anAnnotation = (number: number, changes: Changes = {}): Annotation =>
  v.parse(annotationSchema, { id: annotationId(number), ...ANNOTATION_FIELDS, ...changes });
