import * as z from 'zod';
import {
  type Annotation,
  type AnnotationId,
  annotationIdSchema,
  annotationSchema,
  bookmarkSchema,
  readingSchema,
  shelfSchema,
} from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';

const base = { articleId: articleIdSchema, at: z.iso.datetime() };

/**
 * One change by the reader, complete in itself: applying it twice gives the same as once, and nothing of
 * what stood before is needed. Kept in the journal, so its shape is part of the data format.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('put-annotation'), annotation: annotationSchema }),
  z.strictObject({
    ...base,
    kind: z.literal('remove-annotation'),
    id: annotationIdSchema,
    /** What it was, so that it can be had back; early lines did not keep it. */
    annotation: annotationSchema.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('put-bookmark'), bookmark: bookmarkSchema }),
  z.strictObject({
    ...base,
    kind: z.literal('remove-bookmark'),
    id: bookmarkSchema.shape.id,
    blockId: bookmarkSchema.shape.blockId,
  }),
  z.strictObject({ ...base, kind: z.literal('put-reading'), reading: readingSchema }),
  z.strictObject({ ...base, kind: z.literal('put-shelf'), shelf: shelfSchema }),
]);
export type Change = z.infer<typeof changeSchema>;

/** The change that removes an annotation and keeps what it was. */
export function removalOf(annotation: Annotation, at: string): Change {
  const { id, articleId } = annotation;
  return { kind: 'remove-annotation', articleId, at, id, annotation };
}

/** The annotation that a change is about, if any. */
export function changedAnnotation(change: Change): AnnotationId | null {
  if (change.kind === 'put-annotation') return change.annotation.id;
  return change.kind === 'remove-annotation' ? change.id : null;
}
