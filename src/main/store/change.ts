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

/** Records of a newer version, each as it is in its file. */
const unreadSchema = v.strictObject({
  annotations: v.array(v.unknown()),
  bookmarks: v.array(v.unknown()),
  fields: v.record(v.string(), v.unknown()),
  /** `{sequence, change}` of each change of an unknown kind. */
  changes: v.array(v.unknown()),
  /** Annotations that this version knows except for some fields. */
  carried: v.array(v.unknown()),
});
export type UnreadCopy = v.InferOutput<typeof unreadSchema>;

/**
 * One change by the reader. A change is complete in itself: it needs nothing of the earlier state, and applying it twice
 * has the effect of once. The journal stores it, so its shape is part of the data format.
 */
export const changeSchema = v.variant('kind', [
  v.strictObject({ ...base, kind: v.literal('put-annotation'), annotation: annotationSchema }),
  v.strictObject({
    ...base,
    kind: v.literal('remove-annotation'),
    id: annotationIdSchema,
    /** The annotation before its removal, so that it can be restored; early versions did not store it. */
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
  /** Restores from another copy of the library what this version does not know. */
  v.strictObject({ ...base, kind: v.literal('put-unread'), unread: unreadSchema }),
]);
export type Change = v.InferOutput<typeof changeSchema>;

/** Returns the change that removes an annotation and stores what it was. */
export function removalOf(annotation: Annotation, at: string): Change {
  const { id, articleId } = annotation;
  return { kind: 'remove-annotation', articleId, at, id, annotation };
}

/** Returns the id of the annotation that a change concerns, if any. */
export function changedAnnotation(change: Change): AnnotationId | null {
  if (change.kind === 'put-annotation') return change.annotation.id;
  return change.kind === 'remove-annotation' ? change.id : null;
}
