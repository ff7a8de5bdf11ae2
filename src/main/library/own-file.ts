import * as v from 'valibot';
import { type Article, articleSchema, ownIdSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { timeSchema } from '#shared/domain/primitives.ts';
import { decodeFramed, encodeFramed, frameOf, isOfNewerVersion } from '../disk/framed-json.ts';
import { carryOver } from '#shared/domain/carry-over.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { createPace } from '../disk/turns.ts';
import {
  type OwnDetails,
  isSameDetails,
  understandArticle,
  understandDetails,
} from './understand-own.ts';
import { sha256, startSha256 } from '../disk/checksum.ts';

/**
 * Version of the stored shape of an own article. Version 2 adds fields that may be missing: the structure of blocks, of
 * the document and of its publication. So an article of version 1 is one of version 2 as it is, and a change rewrites it.
 */
const SCHEMA_VERSION = 2;

/** The stored data of a file that contains something this version does not know, unchanged. */
export type Carried = Readonly<Record<string, unknown>>;

export type DecodedOwn =
  | {
      readonly kind: 'article';
      readonly article: Article;
      /** `null` when this version knows everything in the file. */
      readonly carried: Carried | null;
    }
  /** The file is intact, but a newer version wrote it in a shape that this version cannot read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'invalid' };

const bodySchema = v.object({
  schemaVersion: v.picklist([1, SCHEMA_VERSION]),
  savedAt: timeSchema,
  data: v.pipe(
    v.strictObject({ ...articleSchema.entries, id: ownIdSchema }),
    v.check(({ own }) => own !== null, 'an own article says where it came from'),
  ),
});

/** Length of one piece of a file's text, in UTF-16 units: some milliseconds of work. */
const PIECE_UTF16 = 250_000;

/**
 * Encodes an article as one checksummed JSON object on one line.
 *
 * @param carried the unknown data of the file that it replaces, if any
 */
export function encodeOwn(article: Article, now: Date, carried: Carried | null = null): Buffer {
  const hash = startSha256();
  const pieces = [...bodyPieces(toData(article, carried), now)];
  for (const piece of pieces) hash.update(piece);
  return Buffer.concat(framed(pieces, hash.digest('hex')));
}

/** Encodes the same bytes in pieces, in time slices. */
export async function encodeOwnInTurns(
  article: Article,
  now: Date,
  carried: Carried | null = null,
): Promise<Uint8Array[]> {
  const pace = createPace();
  const hash = startSha256();
  const pieces: Buffer[] = [];
  for (const piece of bodyPieces(toData(article, carried), now)) {
    pieces.push(piece);
    hash.update(piece);
    await pace();
  }
  return framed(pieces, hash.digest('hex'));
}

/** Encodes the second copy of an article's details: everything that its original does not contain, in the same form. */
export function encodeDetails(
  { blocks: _blocks, structure: _structure, ...details }: Article,
  now: Date,
  carried: Carried | null = null,
): Buffer {
  return encodeKnownDetails(details, now, carried);
}

/** Encodes the details of an article whose text is not known. */
export function encodeKnownDetails(
  details: OwnDetails,
  now: Date,
  carried: Carried | null = null,
): Buffer {
  const { blocks: _blocks, structure: _structure, ...rest } = carried ?? {};
  const data = carried ? carryOver(rest, understandDetails(rest), details) : details;
  const body = { schemaVersion: SCHEMA_VERSION, savedAt: now.toISOString(), data };
  const json = Buffer.from(JSON.stringify(body), 'utf8');
  return Buffer.concat(framed([json], sha256(json)));
}

type Data = { readonly blocks: readonly unknown[] } & Readonly<Record<string, unknown>>;

function toData(article: Article, carried: Carried | null): Data {
  const { trouble: _trouble, ...known } = article;
  if (!carried) return known;
  // The second copy of the details has no text.
  const seen = 'blocks' in carried ? understandArticle(carried) : understandDetails(carried);
  // The merged value contains the blocks of one of the two.
  return carryOver(carried, seen, known) as Data;
}

/** Yields the JSON of the body in pieces; the blocks come last. */
function* bodyPieces({ blocks, ...rest }: Data, now: Date): Generator<Buffer> {
  const body = { schemaVersion: SCHEMA_VERSION, savedAt: now.toISOString(), data: rest };
  // The closing braces of `data` and of the body are removed here, because they follow the blocks.
  let json = `${JSON.stringify(body).slice(0, -2)},"blocks":[`;
  for (const [index, block] of blocks.entries()) {
    json += `${index === 0 ? '' : ','}${JSON.stringify(block)}`;
    if (json.length < PIECE_UTF16) continue;
    yield Buffer.from(json, 'utf8');
    json = '';
  }
  yield Buffer.from(`${json}]}}`, 'utf8');
}

/** Adds the frame: the text before the body to the first piece, and the text after it to the last. */
function framed(pieces: readonly Buffer[], digest: string): Buffer[] {
  const { before, after } = frameOf(digest);
  return pieces.map((piece, index) => {
    const start = index === 0 ? [Buffer.from(before, 'utf8')] : [];
    const end = index === pieces.length - 1 ? [Buffer.from(after, 'utf8')] : [];
    return start.length + end.length === 0 ? piece : Buffer.concat([...start, piece, ...end]);
  });
}

/**
 * Decodes the bytes of an `article.json`. It never throws. A file with a valid checksum is never `invalid`: whatever
 * this version does not know in it comes from a newer version.
 */
export function decodeOwn(bytes: Uint8Array): DecodedOwn {
  const body = readBody(bytes);
  if (body === null) return { kind: isOfNewerApp(bytes) ? 'unreadable' : 'invalid' };
  const parsed = tryParse(bodySchema, body);
  if (parsed.success) return { kind: 'article', article: parsed.output.data, carried: null };
  const { data } = body;
  const article = isObject(data) ? understandArticle(data) : null;
  if (!article || !isObject(data)) return { kind: 'unreadable' };
  if (!isNewer(body)) return { kind: 'article', article, carried: data };
  return { kind: 'article', article: { ...article, trouble: NEWER }, carried: data };
}

/**
 * Removes the original's folder from a line of an `article.json` or `details.json`, because it names the reader and
 * their folders. Copies that may be passed on are written and read this way. Damaged bytes are returned unchanged.
 */
export function withoutPath(line: Uint8Array): Uint8Array {
  const body = readBody(line);
  const data = body?.['data'];
  const own = isObject(data) ? data['own'] : null;
  const original = isObject(own) ? own['original'] : null;
  if (!body || !isObject(data) || !isObject(own) || !isObject(original)) return line;
  if (typeof original['path'] !== 'string') return line;
  const stripped = { ...data, own: { ...own, original: { ...original, path: null } } };
  return Buffer.from(encodeFramed({ ...body, data: stripped }), 'utf8');
}

/** Decodes the second copy of an article's details; `null` when it is damaged or this version cannot read it. */
export function decodeDetails(
  bytes: Uint8Array,
): { details: OwnDetails; carried: Carried | null; isNewer: boolean } | null {
  const body = readBody(bytes);
  const data = body?.['data'];
  const details = understandDetails(data);
  if (!body || !details || !isObject(data)) return null;
  const isKnown = isSameDetails(details, data as unknown as OwnDetails);
  return { details, carried: isKnown ? null : data, isNewer: isNewer(body) };
}

/** True when the bytes of an article's file say that a newer version of the app wrote them. */
export const isOfNewerApp = (bytes: Uint8Array): boolean => isOfNewerVersion(bytes, SCHEMA_VERSION);

const NEWER = { kind: 'newer', reason: null } as const;

const isNewer = (body: Readonly<Record<string, unknown>>): boolean =>
  typeof body['schemaVersion'] === 'number' && body['schemaVersion'] > SCHEMA_VERSION;

/** Returns the body, or `null` when the bytes were cut or changed, or are no such file. */
function readBody(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    return decodeFramed(bytes);
  } catch {
    return null;
  }
}
