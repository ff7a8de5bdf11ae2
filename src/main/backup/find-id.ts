import type { ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { tryParse } from '#shared/domain/parse.ts';

/** Returns the id from a file that this version cannot read, at its usual position; `null` if none is there. */
export function findId(
  line: Uint8Array,
  field: 'id' | 'articleId',
  schema: typeof articleIdSchema,
): ArticleId | null {
  const content = parseQuietly(line);
  const body = isObject(content) && isObject(content['body']) ? content['body'] : {};
  const data = isObject(body['data']) ? body['data'] : {};
  const id = tryParse(schema, data[field]);
  return id.success ? id.output : null;
}

/** Parses JSON, and returns `null` for bytes that are not JSON. */
export function parseQuietly(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null; // The caller has a default for every missing value.
  }
}
