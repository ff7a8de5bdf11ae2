import { decodeBase64, findBytes, latin1 } from '../bytes.ts';

/** A message or one of its parts: header fields by lower-case name, and the bytes of the body. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** A field such as `text/html; charset="x"`. */
export interface MimeValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Longest head of a part, bytes. */
const MAX_HEAD_BYTES = 64 * 1024;
/** Most parts of an archive. */
const MAX_PARTS = 5000;

const LINE_END = 0x0a;

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Splits a message into head and body (RFC 5322); `null` without an empty line between them. */
export function parsePart(bytes: Uint8Array): MimePart | null {
  const [end, length] = endOfHead(bytes);
  if (end === -1 || end > MAX_HEAD_BYTES) return null;
  const headers = new Map<string, string>();
  const lines = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(bytes.subarray(0, end))
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u);
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: bytes.subarray(end + length) };
}

function endOfHead(bytes: Uint8Array): readonly [end: number, length: number] {
  if (bytes[0] === LINE_END) return [0, 1];
  const unix = findBytes(bytes, encoded('\n\n'));
  const internet = findBytes(bytes, encoded('\r\n\r\n'));
  return internet !== -1 && (unix === -1 || internet < unix) ? [internet, 4] : [unix, 2];
}

/** Splits a body at the lines `--boundary` (RFC 2046, 5.1.1). A last part without an end is kept. */
export function splitParts(body: Uint8Array, boundary: string): MimePart[] {
  const mark = encoded(`--${boundary}`);
  const markOnLine = encoded(`\n--${boundary}`);
  const parts: MimePart[] = [];
  let at = findBytes(body, mark);
  while (at !== -1 && parts.length < MAX_PARTS) {
    const start = body.indexOf(LINE_END, at) + 1;
    const end = at + mark.length;
    if (start === 0 || latin1(body.subarray(end, end + 2)) === '--') break;
    const next = findBytes(body, markOnLine, start - 1);
    const part = parsePart(body.subarray(start, next === -1 ? body.length : Math.max(start, next)));
    if (part) parts.push(part);
    at = next === -1 ? -1 : next + 1;
  }
  return parts;
}

/** Reads `value; name=value; name="value"` (RFC 2045, 5.1). */
export function parseValue(field: string | undefined): MimeValue {
  const [value = '', ...rest] = (field ?? '').split(';');
  const parameters = new Map<string, string>();
  for (const parameter of rest) {
    const [, name = '', quoted, bare = ''] =
      /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|(\S*))/u.exec(parameter) ?? [];
    if (name !== '') parameters.set(name.toLowerCase(), quoted ?? bare);
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** Decodes the transfer encoding of a body (RFC 2045, 6). */
export function decodeBody({ headers, body }: MimePart): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return decodeBase64(body);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

const EQUALS = 0x3d;

function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const next = body[at + 1] ?? 0x0a;
    if (byte !== EQUALS) decoded[length++] = byte;
    else if (next === 0x0a) at += 1;
    else if (next === 0x0d) at += body[at + 2] === 0x0a ? 2 : 1;
    else {
      const hex = String.fromCharCode(next, body[at + 2] ?? 0);
      const isHex = /^[\dA-Fa-f]{2}$/u.test(hex);
      decoded[length++] = isHex ? Number.parseInt(hex, 16) : byte;
      if (isHex) at += 2;
    }
  }
  return decoded.subarray(0, length);
}
