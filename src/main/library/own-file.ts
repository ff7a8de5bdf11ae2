import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type Article, articleSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { timeSchema } from '#shared/domain/primitives.ts';
import { decodeBody, frameOf } from '../store/article-file.ts';
import { createPace } from '../turns.ts';

/** Version of the stored shape of an own article. */
const SCHEMA_VERSION = 1;

export type DecodedOwn =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'newer' }
  | { readonly kind: 'invalid' };

const bodySchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  savedAt: timeSchema,
  data: v.pipe(
    articleSchema,
    v.check(({ own }) => own !== null, 'an own article says where it came from'),
  ),
});

/** Text of one piece of a file, UTF-16 units: some milliseconds of work. */
const PIECE_UTF16 = 250_000;

/** One checksummed JSON object on one line. */
export function encodeOwn(article: Article, now: Date): Buffer {
  const hash = createHash('sha256');
  const pieces = [...bodyPieces(article, now)];
  for (const piece of pieces) hash.update(piece);
  return Buffer.concat(framed(pieces, hash.digest('hex')));
}

/** The same bytes, in pieces that are made in turns of the event loop. */
export async function encodeOwnInTurns(article: Article, now: Date): Promise<Uint8Array[]> {
  const pace = createPace();
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  for (const piece of bodyPieces(article, now)) {
    pieces.push(piece);
    hash.update(piece);
    await pace();
  }
  return framed(pieces, hash.digest('hex'));
}

/** The JSON of the body; the blocks come last. */
function* bodyPieces({ blocks, ...rest }: Article, now: Date): Generator<Buffer> {
  const body = { schemaVersion: SCHEMA_VERSION, savedAt: now.toISOString(), data: rest };
  // Without the ends of `data` and of the body, which follow the blocks.
  let json = `${JSON.stringify(body).slice(0, -2)},"blocks":[`;
  for (const [index, block] of blocks.entries()) {
    json += `${index === 0 ? '' : ','}${JSON.stringify(block)}`;
    if (json.length < PIECE_UTF16) continue;
    yield Buffer.from(json, 'utf8');
    json = '';
  }
  yield Buffer.from(`${json}]}}`, 'utf8');
}

/** The first piece with what stands before the body, the last one with what stands after it. */
function framed(pieces: readonly Buffer[], digest: string): Buffer[] {
  const { before, after } = frameOf(digest);
  return pieces.map((piece, index) => {
    const start = index === 0 ? [Buffer.from(before, 'utf8')] : [];
    const end = index === pieces.length - 1 ? [Buffer.from(after, 'utf8')] : [];
    return start.length + end.length === 0 ? piece : Buffer.concat([...start, piece, ...end]);
  });
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
  const parsed = tryParse(bodySchema, body);
  return parsed.success ? { kind: 'article', article: parsed.output.data } : { kind: 'invalid' };
}
