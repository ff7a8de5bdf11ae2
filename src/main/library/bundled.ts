import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Article, articleSchema } from '#shared/domain/article.ts';

/** The bundled library as the build writes it. */
export const bundleSchema = z.strictObject({
  format: z.literal(1),
  articles: z.array(articleSchema).min(1),
});

/** Reads the bundled library. It is part of the app: when it is missing, the installation is broken. */
export function readBundle(path: string): readonly Article[] {
  // Parsed by this schema when it was built, and by no hand since: once more would be on the way of every start.
  return (JSON.parse(readFileSync(path, 'utf8')) as z.infer<typeof bundleSchema>).articles;
}
