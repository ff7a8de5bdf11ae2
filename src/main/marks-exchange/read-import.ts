import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { ReadRecord } from './import-record.ts';
import { readPlainRecord } from './read-plain-record.ts';
import { readW3cRecord } from './read-w3c-record.ts';
import { type JsonObject, asList, asObject, own, ownString } from './unknown-json.ts';

/** Why a whole file cannot be imported. Nothing is changed then. */
export interface ImportFileError extends Coded {
  readonly code:
    | 'exchange/too-large'
    | 'exchange/not-text'
    | 'exchange/not-whole'
    | 'exchange/other-format'
    | 'exchange/newer-version'
    | 'exchange/empty';
}

/** Largest file, bytes. */
export const MAX_IMPORT_BYTES = 100_000_000;

/** Most records in one file. */
const MAX_RECORDS = 100_000;

/** Newest known version of the plain list. */
const PLAIN_VERSION = 1;

/** Reads the records of a file of annotations. A bad record does not affect the others. */
export function readImport(bytes: Uint8Array): Result<readonly ReadRecord[], ImportFileError> {
  if (bytes.length > MAX_IMPORT_BYTES) return fail({ code: 'exchange/too-large' });
  const text = decode(bytes);
  if (text === null) return fail({ code: 'exchange/not-text' });
  const content = parse(text);
  if (content === undefined) {
    // A text that begins like JSON was cut or damaged; any other is another kind of file.
    return fail({ code: /^\s*[[{]/.test(text) ? 'exchange/not-whole' : 'exchange/other-format' });
  }
  const found = findRecords(content);
  if (!found) return fail({ code: 'exchange/other-format' });
  if (found.isNewer) return fail({ code: 'exchange/newer-version' });
  if (found.values.length === 0) return fail({ code: 'exchange/empty' });
  if (found.values.length > MAX_RECORDS) return fail({ code: 'exchange/too-large' });
  return succeed(found.values.map((value, index) => found.read(value, index + 1)));
}

interface Found {
  readonly values: readonly unknown[];
  readonly read: (value: unknown, number: number) => ReadRecord;
  readonly isNewer: boolean;
}

/** Finds the records in a page, a collection, a list or a graph, or takes the file itself as one. */
function findRecords(content: unknown): Found | null {
  const w3c = (values: unknown): Found => ({
    values: asList(values),
    read: readW3cRecord,
    isNewer: false,
  });
  if (Array.isArray(content)) return w3c(content);
  const file = asObject(content);
  if (ownString(file, 'format') === 'hashiya-annotations') {
    const version = own(file, 'version');
    const isNewer = typeof version === 'number' && version > PLAIN_VERSION;
    return { values: asList(own(file, 'items')), read: readPlainRecord, isNewer };
  }
  const types = asList(own(file, 'type'));
  if (types.includes('Annotation')) return w3c([file]);
  const first = asObject(own(file, 'first'));
  const listed = [own(file, 'items'), own(first, 'items'), own(file, '@graph'), own(file, 'rows')];
  const values = listed.find(Array.isArray);
  return values === undefined ? emptyPage(file) : w3c(values);
}

/** Recognises an empty page of the model, which is a valid file. */
function emptyPage(file: JsonObject | null): Found | null {
  const isPage = asList(own(file, 'type')).some(
    (type) => type === 'AnnotationPage' || type === 'AnnotationCollection',
  );
  return isPage ? { values: [], read: readW3cRecord, isNewer: false } : null;
}

/** Decodes UTF-8, with or without a byte order mark. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The bytes are not UTF-8; the caller reports that.
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The text is not JSON; the caller reports what it looks like.
    return undefined;
  }
}
