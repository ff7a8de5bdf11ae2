import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Article, articleSchema } from '#shared/domain/article.ts';

/** The bundled library as the build writes it. */
export const bundleSchema = v.strictObject({
  format: v.literal(1),
  articles: v.pipe(v.array(articleSchema), v.minLength(1)),
});

/** Reads the bundled library. It is part of the app: when it is missing, the installation is broken. */
export function readBundle(path: string): readonly Article[] {
  return v.parse(bundleSchema, JSON.parse(readFileSync(path, 'utf8'))).articles;
}
