import { isUtf8 } from 'node:buffer';
import type * as v from 'valibot';
import { isObject } from '#shared/domain/is-object.ts';
import { tryParse } from '#shared/domain/parse.ts';
import type { FileSystem } from './file-system.ts';
import { sha256, startSha256 } from './checksum.ts';

/** A stored file is one line with one JSON object: the SHA-256 of the body's bytes, and the body. */
const PREFIX = '{"sha256":"';
const MIDDLE = '","body":';
const SUFFIX = '}\n';
const BODY_START = PREFIX.length + 64 + MIDDLE.length;
const LINE_END = 0x0a;

/** Encodes a body as the text of a file. */
export function encodeFramed(body: unknown): string {
  const json = JSON.stringify(body);
  const { before, after } = frameOf(sha256(json));
  return `${before}${json}${after}`;
}

/** Returns the text before and after the JSON of a body. @param digest  SHA-256 of the JSON in UTF-8, hex */
export const frameOf = (digest: string): { readonly before: string; readonly after: string } => ({
  before: `${PREFIX}${digest}${MIDDLE}`,
  after: SUFFIX,
});

/**
 * Decodes the body from the bytes of a file.
 *
 * @throws Error when the checksum does not match or the body is no object
 */
export function decodeFramed(bytes: Uint8Array): Record<string, unknown> {
  const content = parseJson(bytes);
  if (!isIntact(bytes) || !isObject(content) || !isObject(content['body']))
    throw new Error('the checksum does not match');
  return content['body'];
}

/** Reads a framed file; `null` when it is missing, damaged, or of a shape that the schema does not know. */
export function readFramed<Schema extends v.GenericSchema>(
  fs: Pick<FileSystem, 'exists' | 'read'>,
  path: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  if (!fs.exists(path)) return null;
  try {
    const parsed = tryParse(schema, decodeFramed(fs.read(path)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Returns the bytes of a file of any version as one line, which is how a backup stores them. */
export function toLine(bytes: Uint8Array): Uint8Array {
  if (bytes.indexOf(LINE_END) === bytes.length - 1) return bytes;
  return Buffer.from(`${JSON.stringify(parseJson(bytes))}\n`, 'utf8');
}

/** The bytes at the start of a file that hold its checksum, version and revision. */
export const HEAD_BYTES = BODY_START + 100;

/** True when the bytes begin like a framed file; nothing else is checked. */
export const startsFramed = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, PREFIX.length)).toString('latin1') === PREFIX;

/** True for a whole file that states a version above the given one. */
export function isOfNewerVersion(bytes: Uint8Array, version: number): boolean {
  const content = parseJson(bytes);
  return isObject(content) && statesNewer(bytes, content, version);
}

/** `isOfNewerVersion` for parsed bytes. A frame's checksum must match, as one damaged digit can turn version 2 into 3. */
export function statesNewer(
  bytes: Uint8Array,
  content: Readonly<Record<string, unknown>>,
  version: number,
): boolean {
  if (isNewer(content, version)) return true;
  return isNewer(content['body'], version) && (!isFramed(bufferOf(bytes)) || isIntact(bytes));
}

/** A later version of the format may state its number under any of the usual names. */
function isNewer(content: unknown, version: number): boolean {
  if (!isObject(content)) return false;
  const stated = [content['schemaVersion'], content['version'], content['v']];
  return stated.some((each) => typeof each === 'number' && each > version);
}

function isFramed(buffer: Buffer): boolean {
  const head = buffer.toString('latin1', 0, BODY_START);
  return head.startsWith(PREFIX) && head.endsWith(MIDDLE);
}

/** True when the bytes are a whole framed file whose checksum matches. */
export function isIntact(bytes: Uint8Array): boolean {
  const buffer = bufferOf(bytes);
  const head = buffer.toString('latin1', 0, BODY_START);
  const tail = buffer.toString('latin1', Math.max(0, buffer.length - SUFFIX.length));
  if (!isFramed(buffer) || tail !== SUFFIX) return false;
  const body = buffer.subarray(BODY_START, buffer.length - SUFFIX.length);
  return head.slice(PREFIX.length, -MIDDLE.length) === sha256(body);
}

/**
 * Does what `isIntact` does with a file that is read in pieces, and waits for `pace` after each piece.
 *
 * @returns the size of a whole file in bytes, or `null`
 */
export async function measureIntact(
  pieces: Iterable<Uint8Array>,
  pace: () => Promise<void>,
): Promise<number | null> {
  const hash = startSha256();
  let sizeBytes = 0;
  let stated: string | null = null;
  /** The bytes that are not hashed yet: the head until it is complete, then what may be the end of the frame. */
  let held = Buffer.alloc(0);
  for (const piece of pieces) {
    sizeBytes += piece.length;
    let rest = Buffer.concat([held, piece]);
    if (stated === null && rest.length >= BODY_START) {
      if (!isFramed(rest)) return null;
      stated = rest.toString('latin1', PREFIX.length, PREFIX.length + 64);
      rest = rest.subarray(BODY_START);
    }
    const end = stated === null ? 0 : Math.max(0, rest.length - SUFFIX.length);
    hash.update(rest.subarray(0, end));
    held = rest.subarray(end);
    await pace();
  }
  const isWhole = held.toString('latin1') === SUFFIX && stated === hash.digest('hex');
  return isWhole ? sizeBytes : null;
}

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Returns the parsed value, or `undefined` when the bytes are not UTF-8 or not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  // `isUtf8` takes half the time of a `TextDecoder` that rejects invalid bytes.
  if (!isUtf8(bytes)) return undefined;
  try {
    return JSON.parse(bufferOf(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
