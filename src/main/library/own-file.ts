import * as z from 'zod';
import { type Article, articleSchema } from '#shared/domain/article.ts';
import { decodeBody, encodeBody } from '../store/article-file.ts';

/** Version of the stored shape of an own article. */
const SCHEMA_VERSION = 1;

export type DecodedOwn =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'newer' }
  | { readonly kind: 'invalid' };

const bodySchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  savedAt: z.iso.datetime(),
  data: articleSchema.refine(({ own }) => own !== null, 'an own article says where it came from'),
});

/** One checksummed JSON object on one line. */
export function encodeOwn(article: Article, now: Date): Buffer {
  const body = { schemaVersion: SCHEMA_VERSION, savedAt: now.toISOString(), data: article };
  return Buffer.from(encodeBody(body), 'utf8');
}

/** Reads the bytes of an `article.json`. Never throws: whatever the bytes are, they are something. */
export function decodeOwn(bytes: Uint8Array): DecodedOwn {
  let body: Record<string, unknown>;
  try {
    body = decodeBody(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Cut, changed or not ours; the caller puts the bytes aside.
    return { kind: 'invalid' };
  }
  const version = body['schemaVersion'];
  if (typeof version === 'number' && version > SCHEMA_VERSION) return { kind: 'newer' };
  const parsed = bodySchema.safeParse(body);
  return parsed.success ? { kind: 'article', article: parsed.data.data } : { kind: 'invalid' };
}
