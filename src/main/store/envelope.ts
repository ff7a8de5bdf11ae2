import { createHash } from 'node:crypto';
import * as z from 'zod';
import {
  type ArticleMarks,
  annotationSchema,
  bookmarkSchema,
  readingSchema,
} from '#shared/domain/annotation.ts';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';

/** Version of what is stored, not of the app. */
const SCHEMA_VERSION = 1;

const envelopeSchema = z.looseObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  articleId: articleIdSchema,
  savedAt: z.iso.datetime(),
  annotations: z.array(z.unknown()),
  bookmarks: z.array(z.unknown()),
  reading: z.unknown(),
});

/** One store file: the marks of one article, and the records that could not be read, untouched. */
export interface StoredMarks {
  readonly marks: ArticleMarks;
  readonly unread: {
    readonly annotations: readonly unknown[];
    readonly bookmarks: readonly unknown[];
  };
}

export const EMPTY_STORED: StoredMarks = {
  marks: { annotations: [], bookmarks: [], reading: null },
  unread: { annotations: [], bookmarks: [] },
};

/** The file of an article: a hash, so that no id can name a path. 32 hex digits. */
export function storeFileName(articleId: ArticleId): string {
  return createHash('sha256').update(articleId, 'utf8').digest('hex').slice(0, 32);
}

export function toEnvelope(articleId: ArticleId, stored: StoredMarks, now: Date) {
  return {
    schemaVersion: SCHEMA_VERSION,
    articleId,
    savedAt: now.toISOString(),
    annotations: [...stored.marks.annotations, ...stored.unread.annotations],
    bookmarks: [...stored.marks.bookmarks, ...stored.unread.bookmarks],
    reading: stored.marks.reading,
  };
}

/**
 * Reads the content of a store file; `null` when it is not one of this article.
 * One bad record never takes the others along: it is kept aside and written back untouched.
 */
export function fromEnvelope(articleId: ArticleId, content: unknown): StoredMarks | null {
  const envelope = envelopeSchema.safeParse(content);
  if (!envelope.success || envelope.data.articleId !== articleId) return null;
  const annotations = partition(envelope.data.annotations, annotationSchema);
  const bookmarks = partition(envelope.data.bookmarks, bookmarkSchema);
  const reading = readingSchema.nullable().safeParse(envelope.data.reading);
  return {
    marks: {
      annotations: annotations.good,
      bookmarks: bookmarks.good,
      reading: reading.success ? reading.data : null,
    },
    unread: { annotations: annotations.bad, bookmarks: bookmarks.bad },
  };
}

function partition<Schema extends z.ZodType>(records: readonly unknown[], schema: Schema) {
  const good: z.output<Schema>[] = [];
  const bad: unknown[] = [];
  for (const record of records) {
    const parsed = schema.safeParse(record);
    if (parsed.success) good.push(parsed.data);
    else bad.push(record);
  }
  return { good, bad };
}
