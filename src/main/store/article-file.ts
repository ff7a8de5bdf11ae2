import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { articleMarksSchema } from '#shared/domain/anchored-marks.ts';
import {
  type Annotation,
  type Bookmark,
  annotationSchema,
  bookmarkSchema,
} from '#shared/domain/annotation.ts';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { countSchema, timeSchema } from '#shared/domain/primitives.ts';
import { type ArticleState, applyChange, createArticleState, toMarks } from './article-state.ts';
import {
  seenAnnotationSchema,
  seenBookmarkSchema,
  seenReadingSchema,
  seenShelfSchema,
  understandChange,
} from './foreign-change.ts';
import { type Carried, carriedKey } from './carried.ts';
import { carryOver } from '#shared/domain/carry-over.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { SCHEMA_VERSION } from './journal-line.ts';
import { type Body, migrateV1 } from './migrate-v1.ts';

/** What the bytes of an article file are. */
export type Decoded =
  | {
      readonly kind: 'article';
      readonly articleId: ArticleId;
      readonly state: ArticleState;
      readonly schemaVersion: number;
    }
  | { readonly kind: 'newer' }
  | { readonly kind: 'invalid' };

const LINE_END = 0x0a;
const PREFIX = '{"sha256":"';
const MIDDLE = '","body":';
const SUFFIX = '}\n';
const BODY_START = PREFIX.length + 64 + MIDDLE.length;

const bodySchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  revision: countSchema,
  savedAt: timeSchema,
  data: v.looseObject({
    articleId: articleIdSchema,
    annotations: v.array(v.unknown()),
    bookmarks: v.array(v.unknown()),
    reading: v.unknown(),
    // Files that were written before articles could be saved have none.
    shelf: v.optional(v.unknown()),
    unreadChanges: v.optional(v.array(v.unknown())),
  }),
});

export function toBody(articleId: ArticleId, state: ArticleState, now: Date): Body {
  const marks = toMarks(state);
  const whole = (key: string, record: unknown): unknown => {
    const carried = state.carried.get(key);
    return carried ? carryOver(carried.raw, carried.seen, record) : record;
  };
  const { changes } = state.unread;
  return {
    schemaVersion: SCHEMA_VERSION,
    revision: state.revision,
    savedAt: now.toISOString(),
    data: {
      reading: whole(carriedKey.reading, marks.reading),
      shelf: whole(carriedKey.shelf, marks.shelf),
      ...state.unread.fields,
      articleId,
      annotations: [
        ...marks.annotations.map((each) => whole(carriedKey.annotation(each.id), each)),
        ...state.unread.annotations,
      ],
      bookmarks: [
        ...marks.bookmarks.map((each) => whole(carriedKey.bookmark(each), each)),
        ...state.unread.bookmarks,
      ],
      ...(changes.length > 0 && { unreadChanges: changes }),
    },
  };
}

/** One JSON object on one line: the SHA-256 of the body's bytes, and the body. */
export function encodeBody(body: unknown): string {
  const json = JSON.stringify(body);
  const { before, after } = frameOf(createHash('sha256').update(json, 'utf8').digest('hex'));
  return `${before}${json}${after}`;
}

/** What stands before and after the JSON of a body with this SHA-256, in hex. */
export const frameOf = (digest: string): { readonly before: string; readonly after: string } => ({
  before: `${PREFIX}${digest}${MIDDLE}`,
  after: SUFFIX,
});

/** Reads the bytes of a file of any version. Never throws: whatever the bytes are, they are something. */
export function decodeArticleFile(bytes: Uint8Array): Decoded {
  const content = parseJson(bytes);
  if (!isObject(content)) return { kind: 'invalid' };
  if (statesNewer(bytes, content, SCHEMA_VERSION)) return { kind: 'newer' };
  if (isCurrentVersion(bytes))
    return isIntact(bytes) ? readBody(content['body'], SCHEMA_VERSION) : { kind: 'invalid' };
  const migrated = migrateV1(content);
  return migrated ? readBody(migrated, 1) : { kind: 'invalid' };
}

/** The bytes of a file as one line, as copies of a library hold them. */
export function toLine(bytes: Uint8Array): Uint8Array {
  if (bytes.indexOf(LINE_END) === bytes.length - 1) return bytes;
  return Buffer.from(`${JSON.stringify(parseJson(bytes))}\n`, 'utf8');
}

/** Bytes at the start of a file that hold its checksum, version and revision. */
export const HEAD_BYTES = BODY_START + 100;

/** True when the file is already written in the current version; looks at its first bytes only. */
export const isCurrentVersion = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, PREFIX.length)).toString('latin1') === PREFIX;

/** The body in the text of a file, checked: what electron-store reads through. */
export function decodeBody(text: string): Record<string, unknown> {
  const bytes = Buffer.from(text, 'utf8');
  const content = parseJson(bytes);
  if (!isIntact(bytes) || !isObject(content) || !isObject(content['body']))
    throw new Error('the checksum does not match');
  return content['body'];
}

/** True for a whole file that says of itself that a version after the given one wrote it. */
export function isOfNewerVersion(bytes: Uint8Array, version: number): boolean {
  const content = parseJson(bytes);
  return isObject(content) && statesNewer(bytes, content, version);
}

/** In a frame of ours the checksum must hold, too: one changed digit makes a 3 of a 2. */
function statesNewer(
  bytes: Uint8Array,
  content: Readonly<Record<string, unknown>>,
  version: number,
): boolean {
  if (isNewer(content, version)) return true;
  return isNewer(content['body'], version) && (!isFramed(bufferOf(bytes)) || isIntact(bytes));
}

function isFramed(buffer: Buffer): boolean {
  const head = buffer.toString('latin1', 0, BODY_START);
  return head.startsWith(PREFIX) && head.endsWith(MIDDLE);
}

function isIntact(bytes: Uint8Array): boolean {
  const buffer = bufferOf(bytes);
  const head = buffer.toString('latin1', 0, BODY_START);
  const tail = buffer.toString('latin1', Math.max(0, buffer.length - SUFFIX.length));
  if (!isFramed(buffer) || tail !== SUFFIX) return false;
  const body = buffer.subarray(BODY_START, buffer.length - SUFFIX.length);
  return head.slice(PREFIX.length, -MIDDLE.length) === digestOf(body);
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The value, or `undefined` when the bytes are not UTF-8 or not JSON. */
function parseJson(bytes: Uint8Array): unknown {
  // Twice as fast as a `TextDecoder` that refuses bytes that are no UTF-8.
  if (!isUtf8(bytes)) return undefined;
  try {
    return JSON.parse(bufferOf(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** A version to come may state itself under another of the usual names. */
function isNewer(content: unknown, version: number): boolean {
  if (!isObject(content)) return false;
  const stated = [content['schemaVersion'], content['version'], content['v']];
  return stated.some((each) => typeof each === 'number' && each > version);
}

function readBody(body: unknown, schemaVersion: number): Decoded {
  const parsed = tryParse(bodySchema, body);
  if (!parsed.success) return { kind: 'invalid' };
  const { articleId, annotations, bookmarks, reading, shelf, unreadChanges, ...fields } =
    parsed.output.data;
  const carried = new Map<string, Carried>();
  const noteAnnotation = (each: Annotation, raw: unknown) =>
    void carried.set(carriedKey.annotation(each.id), { raw, seen: each });
  const noteBookmark = (each: Bookmark, raw: unknown) =>
    void carried.set(carriedKey.bookmark(each), { raw, seen: each });
  const readAnnotations = partition(annotations, {
    schemas: [annotationSchema, seenAnnotationSchema],
    // One that names another article could not be removed by it.
    isOurs: (record) => record.articleId === articleId,
    onCarried: noteAnnotation,
  });
  const readBookmarks = partition(bookmarks, {
    schemas: [bookmarkSchema, seenBookmarkSchema],
    onCarried: noteBookmark,
  });
  const place = readOne(reading ?? null, [articleMarksSchema.entries.reading, seenReadingSchema]);
  const kept = readOne(shelf ?? null, [articleMarksSchema.entries.shelf, seenShelfSchema]);
  if (place?.isPart) carried.set(carriedKey.reading, { raw: reading, seen: place.value });
  if (kept?.isPart) carried.set(carriedKey.shelf, { raw: shelf, seen: kept.value });
  const { revision } = parsed.output;
  const state = createArticleState(
    {
      annotations: readAnnotations.good,
      bookmarks: readBookmarks.good,
      reading: place?.value ?? null,
      shelf: kept?.value ?? null,
    },
    revision,
    {
      annotations: readAnnotations.bad,
      bookmarks: readBookmarks.bad,
      fields: {
        ...fields,
        ...(place ? {} : { unreadReading: reading }),
        ...(kept ? {} : { unreadShelf: shelf }),
      },
      changes: [],
    },
    carried,
  );
  for (const each of unreadChanges ?? []) carryOut(state, each);
  state.revision = revision;
  return { kind: 'article', articleId, schemaVersion, state };
}

/** A change that an older version did not know may be one that this version knows. */
function carryOut(state: ArticleState, unread: unknown): void {
  const source = isObject(unread) ? unread : { change: unread };
  const change = understandChange(source['change']);
  const before = state.unread.changes;
  // It is older than what else is in the file: the number only has it pass.
  applyChange(state, { sequence: state.revision + 1, change, source });
  if (change.kind === 'foreign') state.unread = { ...state.unread, changes: [...before, unread] };
}

/** `null` when no schema reads it; a part is what the second one reads. */
function readOne<First extends v.GenericSchema, Second extends v.GenericSchema>(
  value: unknown,
  [whole, part]: readonly [First, Second],
): { value: v.InferOutput<First> | v.InferOutput<Second>; isPart: boolean } | null {
  const known = tryParse(whole, value);
  if (known.success) return { value: known.output, isPart: false };
  const seen = tryParse(part, value);
  return seen.success ? { value: seen.output, isPart: true } : null;
}

/**
 * One bad record never takes the others along.
 *
 * @param schemas   of a record, and of one with fields that this version does not know
 * @param isOurs    false for records that belong elsewhere
 * @param onCarried called with what was read by the second schema
 */
function partition<Record>(
  records: readonly unknown[],
  {
    schemas,
    isOurs = () => true,
    onCarried,
  }: {
    schemas: readonly [v.GenericSchema<unknown, Record>, v.GenericSchema<unknown, Record>];
    isOurs?: (record: Record) => boolean;
    onCarried: (record: Record, raw: unknown) => void;
  },
) {
  const good: Record[] = [];
  const bad: unknown[] = [];
  for (const record of records) {
    const read = readOne(record, schemas);
    if (read === null || !isOurs(read.value)) {
      bad.push(record);
      continue;
    }
    good.push(read.value);
    if (read.isPart) onCarried(read.value, record);
  }
  return { good, bad };
}
