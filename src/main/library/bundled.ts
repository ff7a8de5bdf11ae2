import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Article, articleSchema } from '#shared/domain/article.ts';
import { invariant } from '#shared/domain/result.ts';

/** The bundled library as the build writes it. */
export const bundleSchema = z.strictObject({
  format: z.literal(1),
  articles: z.array(articleSchema).min(1),
});

/** Reads the bundled library. It is part of the app: when it is missing, the installation is broken. */
export function readBundle(path: string): readonly Article[] {
  // The build has parsed it by this schema, and it comes with the app: once more would be on the way of every start.
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as z.infer<typeof bundleSchema>;
  invariant(
    bundle.format === 1 && bundle.articles.length > 0,
    `${path} is not the bundled library`,
  );
  return bundle.articles;
}
