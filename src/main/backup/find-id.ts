import type { ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { tryParse } from '#shared/domain/parse.ts';

/** The id in a file that this version cannot read, where files have always had it; `null` when none stands there. */
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

/** The value of a JSON text; `null` for bytes that are none. */
export function parseQuietly(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null; // The caller has a default for everything that is missing.
  }
}
