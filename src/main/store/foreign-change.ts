import * as v from 'valibot';
import {
  annotationIdSchema,
  annotationSchema,
  bookmarkSchema,
  readingSchema,
  shelfSchema,
} from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { timeSchema } from '#shared/domain/primitives.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Change, changeSchema } from './change.ts';

/** A change that a newer version made, with the part of it that this version understands. */
export type ForeignChange =
  /** An annotation of an unknown meaning, or of another shape. */
  | {
      readonly kind: 'foreign-annotation';
      readonly articleId: ArticleId;
      readonly at: string;
      readonly id: AnnotationId;
      readonly annotation: unknown;
    }
  /** A change of an unknown kind. */
  | {
      readonly kind: 'foreign';
      readonly articleId: ArticleId | null;
      readonly at: string;
      readonly change: unknown;
    };

const base = { articleId: articleIdSchema, at: timeSchema };

/** Each schema reads the fields that this version knows and leaves out all others. */
export const seenAnnotationSchema = v.object(annotationSchema.entries);
export const seenBookmarkSchema = v.object(bookmarkSchema.entries);
export const seenReadingSchema = v.object(readingSchema.entries);
export const seenShelfSchema = v.object(shelfSchema.entries);

const seenSchema = v.variant('kind', [
  v.object({ ...base, kind: v.literal('put-annotation'), annotation: seenAnnotationSchema }),
  v.object({
    ...base,
    kind: v.literal('remove-annotation'),
    id: annotationIdSchema,
    annotation: v.fallback(v.optional(seenAnnotationSchema), undefined),
  }),
  v.object({ ...base, kind: v.literal('put-bookmark'), bookmark: seenBookmarkSchema }),
  v.object({
    ...base,
    kind: v.literal('remove-bookmark'),
    id: bookmarkSchema.entries.id,
    blockId: bookmarkSchema.entries.blockId,
  }),
  v.object({ ...base, kind: v.literal('put-reading'), reading: seenReadingSchema }),
  v.object({ ...base, kind: v.literal('put-shelf'), shelf: seenShelfSchema }),
]);

const foreignAnnotationSchema = v.object({
  ...base,
  kind: v.literal('put-annotation'),
  annotation: v.looseObject({ id: annotationIdSchema }),
});

/** The time of a change that states none. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

const foreignSchema = v.object({
  articleId: v.fallback(v.nullable(articleIdSchema), null),
  at: v.fallback(timeSchema, LONG_AGO),
});

/** Returns what this version understands of a change. Its checksum has proved that the change is whole. */
export function understandChange(change: unknown): Change | ForeignChange {
  const known = tryParse(changeSchema, change);
  if (known.success) return known.output;
  const seen = tryParse(seenSchema, change);
  if (seen.success) return seen.output;
  const annotation = tryParse(foreignAnnotationSchema, change);
  if (annotation.success) {
    const { articleId, at, annotation: raw } = annotation.output;
    return { kind: 'foreign-annotation', articleId, at, id: raw.id, annotation: raw };
  }
  const parsed = tryParse(foreignSchema, change);
  const of = parsed.success ? parsed.output : { articleId: null, at: LONG_AGO };
  return { kind: 'foreign', ...of, change };
}
