import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Article, articleSchema } from '#shared/domain/article.ts';

/** The file format of the bundled library, which the build writes. */
export const bundleSchema = v.strictObject({
  format: v.literal(1),
  articles: v.pipe(v.array(articleSchema), v.minLength(1)),
});

/**
 * Reads the bundled library. Throws when it is missing or invalid, because it is part of the app and the installation
 * is then broken.
 */
export function readBundle(path: string): readonly Article[] {
  return v.parse(bundleSchema, JSON.parse(readFileSync(path, 'utf8'))).articles;
}
