import * as v from 'valibot';
import { tryParse } from '#shared/domain/parse.ts';
import { positiveSchema } from '#shared/domain/primitives.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { type Change, changeSchema } from './change.ts';
import { type ForeignChange, understandChange } from './foreign-change.ts';
import { SHORT_DIGITS, shortSha256, startSha256 } from '../disk/checksum.ts';

/** Version of the data in the journal and in the articles' files. */
export const SCHEMA_VERSION = 2;

const NEWLINE = 0x0a;

/** One acknowledged change with its number in the order of all changes. */
export interface JournalRecord {
  readonly sequence: number;
  readonly change: Change | ForeignChange;
  /** The whole record of the line, when a newer version wrote more than this one knows. */
  readonly source?: Readonly<Record<string, unknown>> | undefined;
  /** Sequence numbers of refused changes that could not be removed from a failing disk. */
  readonly voids?: readonly number[] | undefined;
}

/** A piece of a segment that is not a line of this version. */
export type Damage =
  /** The last line, when it was cut off. Its change was never acknowledged. */
  | { readonly kind: 'torn'; readonly bytes: Uint8Array }
  | { readonly kind: 'damaged'; readonly bytes: Uint8Array }
  | { readonly kind: 'newer'; readonly bytes: Uint8Array };

export interface SegmentContent {
  readonly records: readonly JournalRecord[];
  readonly damage: readonly Damage[];
}

const foreignSchema = v.object({
  sequence: positiveSchema,
  voids: v.fallback(v.optional(v.array(positiveSchema)), undefined),
  change: v.unknown(),
});

const recordSchema = v.strictObject({
  sequence: positiveSchema,
  voids: v.optional(v.array(positiveSchema)),
  change: changeSchema,
});

/** Returns a record without its `voids`, which concern only its segment. */
export const withoutVoids = ({ sequence, change, source }: JournalRecord): object => {
  const { voids: _voids, ...rest } = source ?? { sequence, change };
  return rest;
};

/** Encodes a record as `2 <checksum> {"sequence":…,"change":{…}}` and a newline. */
export function encodeLine(record: object): string {
  return toLine(JSON.stringify(record));
}

const toLine = (json: string): string =>
  `${SCHEMA_VERSION} ${checksum(SCHEMA_VERSION, json)} ${json}\n`;

/** Bytes of a record that are hashed in one step: some milliseconds of work. */
const STEP_BYTES = 1024 * 1024;

/**
 * Encodes a record as `encodeLine` does, in UTF-8. A record of megabytes takes several steps, because its encoding in one
 * step would hold the process for a tenth of a second.
 */
export function* encodeLineInSteps(record: object): Generator<void, Uint8Array> {
  const json = JSON.stringify(record);
  if (json.length < STEP_BYTES) return Buffer.from(toLine(json), 'utf8');
  yield;
  const bytes = Buffer.from(json, 'utf8');
  const hash = startSha256().update(`${SCHEMA_VERSION} `);
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    yield;
    hash.update(bytes.subarray(at, at + STEP_BYTES));
  }
  const sum = hash.digest('hex').slice(0, SHORT_DIGITS);
  yield;
  return Buffer.concat([Buffer.from(`${SCHEMA_VERSION} ${sum} `), bytes, Buffer.from('\n')]);
}

/** Reads every whole line of a segment, even if lines before it are damaged. */
export function decodeSegment(bytes: Uint8Array): SegmentContent {
  const records: JournalRecord[] = [];
  const damage: Damage[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    const decoded = decodeLine(line);
    if ('sequence' in decoded) records.push(decoded);
    else if (newline === -1 && isLineStart(line)) damage.push({ kind: 'torn', bytes: line });
    else damage.push({ ...decoded, bytes: line });
    start = end + 1;
  }
  return { records, damage };
}

function decodeLine(line: Uint8Array): JournalRecord | { kind: 'damaged' | 'newer' } {
  const parts = /^(\d{1,4}) ([0-9a-f]{16}) (\{.*\})$/s.exec(Buffer.from(line).toString('utf8'));
  const [, version, sum, json] = parts ?? [];
  if (!version || !json || checksum(Number(version), json) !== sum) return { kind: 'damaged' };
  if (Number(version) > SCHEMA_VERSION) return { kind: 'newer' };
  const content: unknown = JSON.parse(json);
  const record = tryParse(recordSchema, content);
  if (record.success) return record.output;
  // The checksum proves that the line is whole, so a newer version wrote it.
  const foreign = tryParse(foreignSchema, content);
  if (!foreign.success || !isObject(content)) return { kind: 'newer' };
  const { sequence, voids, change } = foreign.output;
  return { sequence, voids, change: understandChange(change), source: content };
}

/** True when the bytes can be the beginning of a line that was cut off. */
function isLineStart(line: Uint8Array): boolean {
  if (line.includes(0)) return false;
  const text = Buffer.from(line.subarray(0, 64)).toString('latin1');
  return /^\d{1,4}( ([0-9a-f]{0,16}|[0-9a-f]{16} (\{.*)?))?$/s.test(text);
}

const checksum = (version: number, json: string): string => shortSha256(`${version} ${json}`);
