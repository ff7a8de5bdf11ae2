import * as z from 'zod';
import { articleIdSchema } from '#shared/domain/article.ts';

/** The body of an article file in the current version. */
export interface Body {
  readonly schemaVersion: 2;
  /** Sequence number of the newest change in it. */
  readonly revision: number;
  readonly savedAt: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly articleId: string };
}

const v1Schema = z.looseObject({
  schemaVersion: z.literal(1),
  articleId: articleIdSchema,
  savedAt: z.iso.datetime(),
  annotations: z.array(z.unknown()),
  bookmarks: z.array(z.unknown()),
  reading: z.unknown(),
});

/**
 * Version 1 had no revision and no checksum, and kept everything at the top level. Records are carried
 * over as they are, readable or not. `null` when it is no file of version 1.
 */
export function migrateV1(content: unknown): Body | null {
  const parsed = v1Schema.safeParse(content);
  if (!parsed.success) return null;
  const { schemaVersion: _version, savedAt, ...data } = parsed.data;
  return { schemaVersion: 2, revision: 0, savedAt, data };
}
