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
import { type MarksState, applyChange, createMarksState, toMarks } from './marks-state.ts';
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
import { isIntact, parseJson, startsFramed, statesNewer } from '../disk/framed-json.ts';
import { SCHEMA_VERSION } from './journal-line.ts';
import { type Body, migrateV1 } from './migrate-v1.ts';

/** What the bytes of an article's marks file turn out to be. */
export type Decoded =
  | {
      readonly kind: 'article';
      readonly articleId: ArticleId;
      readonly state: MarksState;
      readonly schemaVersion: number;
    }
  | { readonly kind: 'newer' }
  | { readonly kind: 'invalid' };

const bodySchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  revision: countSchema,
  savedAt: timeSchema,
  data: v.looseObject({
    articleId: articleIdSchema,
    annotations: v.array(v.unknown()),
    bookmarks: v.array(v.unknown()),
    reading: v.unknown(),
    // Early versions wrote files without this field, because articles could not be saved then.
    shelf: v.optional(v.unknown()),
    unreadChanges: v.optional(v.array(v.unknown())),
  }),
});

export function toBody(articleId: ArticleId, state: MarksState, now: Date): Body {
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

/** Reads the bytes of a file of any version. Never throws, because damaged bytes are a result too. */
export function decodeMarksFile(bytes: Uint8Array): Decoded {
  const content = parseJson(bytes);
  if (!isObject(content)) return { kind: 'invalid' };
  if (statesNewer(bytes, content, SCHEMA_VERSION)) return { kind: 'newer' };
  if (startsFramed(bytes))
    return isIntact(bytes) ? readBody(content['body'], SCHEMA_VERSION) : { kind: 'invalid' };
  const migrated = migrateV1(content);
  return migrated ? readBody(migrated, 1) : { kind: 'invalid' };
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
    // A record that names another article could not be removed through this one.
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
  const state = createMarksState(
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

/** Applies a change that an older version did not know, because this version may know it. */
function carryOut(state: MarksState, unread: unknown): void {
  const source = isObject(unread) ? unread : { change: unread };
  const change = understandChange(source['change']);
  const before = state.unread.changes;
  // The change is older than the rest of the file; this number only lets `applyChange` accept it.
  applyChange(state, { sequence: state.revision + 1, change, source });
  if (change.kind === 'foreign') state.unread = { ...state.unread, changes: [...before, unread] };
}

/** Returns `null` when no schema reads the value; `isPart` is true when only the second one does. */
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
 * Separates readable records from others, so that one bad record does not lose the rest.
 *
 * @param schemas   the schema of a record, and one that ignores fields which this version does not know
 * @param isOurs    false for records that belong to another article
 * @param onCarried called for each record that only the second schema reads
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
