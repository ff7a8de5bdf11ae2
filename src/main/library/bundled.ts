import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Article, articleSchema } from '#shared/domain/article.ts';
import { invariant } from '#shared/domain/result.ts';

/** The bundled library as the build writes it. */
export const bundleSchema = v.strictObject({
  format: v.literal(1),
  articles: v.pipe(v.array(articleSchema), v.minLength(1)),
});

/** Reads the bundled library. It is part of the app: when it is missing, the installation is broken. */
export function readBundle(path: string): readonly Article[] {
  // The build has parsed it by this schema, and it comes with the app: once more would be on the way of every start.
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as v.InferOutput<typeof bundleSchema>;
  invariant(
    bundle.format === 1 && bundle.articles.length > 0,
    `${path} is not the bundled library`,
  );
  return bundle.articles;
}
