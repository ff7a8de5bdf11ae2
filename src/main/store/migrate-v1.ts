import * as v from 'valibot';
import { articleIdSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { timeSchema } from '#shared/domain/primitives.ts';

/** The body of an article file in the current version. */
export interface Body {
  readonly schemaVersion: 2;
  /** Sequence number of the newest change in it. */
  readonly revision: number;
  readonly savedAt: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly articleId: string };
}

const v1Schema = v.looseObject({
  schemaVersion: v.literal(1),
  articleId: articleIdSchema,
  savedAt: timeSchema,
  annotations: v.array(v.unknown()),
  bookmarks: v.array(v.unknown()),
  reading: v.unknown(),
});

/**
 * Turns a file of version 1 into a body. Version 1 had no revision and no checksum, and kept everything at the top level.
 * All records are taken over unchanged, readable or not. Returns `null` for any other content.
 */
export function migrateV1(content: unknown): Body | null {
  const parsed = tryParse(v1Schema, content);
  if (!parsed.success) return null;
  const { schemaVersion: _version, savedAt, ...data } = parsed.output;
  return { schemaVersion: 2, revision: 0, savedAt, data };
}
