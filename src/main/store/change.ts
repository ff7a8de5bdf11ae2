import * as v from 'valibot';
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
import { timeSchema } from '#shared/domain/primitives.ts';

const base = { articleId: articleIdSchema, at: timeSchema };

/** Records of a newer version, each as it stands in its file. */
const unreadSchema = v.strictObject({
  annotations: v.array(v.unknown()),
  bookmarks: v.array(v.unknown()),
  /** Fields of the body. */
  fields: v.record(v.string(), v.unknown()),
  /** `{sequence, change}` each, of unknown kinds. */
  changes: v.array(v.unknown()),
  /** Annotations that are known but for some fields. */
  carried: v.array(v.unknown()),
});
export type UnreadCopy = v.InferOutput<typeof unreadSchema>;

/**
 * One change by the reader, complete in itself: applying it twice gives the same as once, and nothing of
 * what stood before is needed. Kept in the journal, so its shape is part of the data format.
 */
export const changeSchema = v.variant('kind', [
  v.strictObject({ ...base, kind: v.literal('put-annotation'), annotation: annotationSchema }),
  v.strictObject({
    ...base,
    kind: v.literal('remove-annotation'),
    id: annotationIdSchema,
    /** What it was, so that it can be had back; early lines did not keep it. */
    annotation: v.optional(annotationSchema),
  }),
  v.strictObject({ ...base, kind: v.literal('put-bookmark'), bookmark: bookmarkSchema }),
  v.strictObject({
    ...base,
    kind: v.literal('remove-bookmark'),
    id: bookmarkSchema.entries.id,
    blockId: bookmarkSchema.entries.blockId,
  }),
  v.strictObject({ ...base, kind: v.literal('put-reading'), reading: readingSchema }),
  v.strictObject({ ...base, kind: v.literal('put-shelf'), shelf: shelfSchema }),
  /** Brings back from another copy of the library what this version does not know. */
  v.strictObject({ ...base, kind: v.literal('put-unread'), unread: unreadSchema }),
]);
export type Change = v.InferOutput<typeof changeSchema>;

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
