/** The single-byte encodings of Arabic texts. */
export const SINGLE_BYTE_ENCODINGS = [
  'windows-1256',
  'iso-8859-6',
  'x-mac-arabic',
  'windows-1252',
] as const;
export type SingleByteEncoding = (typeof SINGLE_BYTE_ENCODINGS)[number];

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding;

/**
 * The upper half of Mac OS Arabic, 0x80 to 0xFF, which no platform decoder knows (Apple's table ARABIC.TXT without its
 * direction hints).
 */
const MAC_ARABIC_UPPER =
  'Ä\u00A0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü' +
  ' !"#$٪&\'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟' +
  '❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_' +
  '\u0640فقكلمنهوىي\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652پٹچەڤگڈڑ{|}ژے';

/** Decodes bytes. Undefined bytes become U+FFFD; a byte order mark is dropped. */
export function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding !== 'x-mac-arabic') return new TextDecoder(encoding).decode(bytes);
  let text = '';
  for (const byte of bytes) {
    text += byte < 0x80 ? String.fromCharCode(byte) : (MAC_ARABIC_UPPER[byte - 0x80] ?? '\uFFFD');
  }
  return text;
}

const encoders = new Map<SingleByteEncoding, ReadonlyMap<string, number>>();

/**
 * Encodes a text again that was decoded with the wrong table.
 *
 * @returns `null` when the encoding lacks a character
 */
export function encodeAs(encoding: SingleByteEncoding, text: string): Uint8Array | null {
  const table = encoders.get(encoding) ?? buildEncoder(encoding);
  encoders.set(encoding, table);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = table.get(text.charAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}

function buildEncoder(encoding: SingleByteEncoding): ReadonlyMap<string, number> {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = Array.from(decodeAs(encoding, all));
  return new Map(
    letters.flatMap((letter, byte): [string, number][] =>
      letter === '\uFFFD' ? [] : [[letter, byte]],
    ),
  );
}

/** Returns the encoding for the label of a web page, a mail part or a detector; `null` for an unknown one. */
export function encodingOf(label: string): Encoding | null {
  const name = label.trim().toLowerCase().replace(/_/gu, '-');
  if (/^utf-?8$/u.test(name)) return 'utf-8';
  if (/^utf-?16(?:le)?$/u.test(name)) return 'utf-16le';
  if (name === 'utf-16be') return 'utf-16be';
  if (/^(?:x-cp1256|cp-?1256|windows-1256)$/u.test(name)) return 'windows-1256';
  if (/^(?:iso-?8859-6(?:-[ei])?|arabic|asmo-708|csisolatinarabic|ecma-114)$/u.test(name))
    return 'iso-8859-6';
  if (/^(?:x-)?mac-?arabic$/u.test(name)) return 'x-mac-arabic';
  if (/^(?:iso-?8859-1|latin-?1|l1|cp-?1252|windows-1252|us-ascii|ascii)$/u.test(name))
    return 'windows-1252';
  return null;
}
