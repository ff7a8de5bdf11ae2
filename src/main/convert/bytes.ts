/** How many bytes become text in one call, because engines limit the number of arguments. */
const BYTES_AT_ONCE = 8192;

/** Decodes bytes as Latin-1, one letter per byte. The platform's own decoder would use windows-1252. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return text;
}

/** Returns the offset of `sought` in `bytes` from `from` on, or -1. @param sought  not empty */
export function findBytes(bytes: Uint8Array, sought: Uint8Array, from = 0): number {
  const [first = 0] = sought;
  const last = bytes.length - sought.length;
  for (let at = bytes.indexOf(first, from); at !== -1 && at <= last;) {
    if (sought.every((byte, index) => bytes[at + index] === byte)) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NO_SEXTET = 0xff;
const SEXTETS = new Uint8Array(256).fill(NO_SEXTET);
for (let sextet = 0; sextet < BASE64.length; sextet += 1)
  SEXTETS[BASE64.charCodeAt(sextet)] = sextet;

/** Decodes Base64 (RFC 2045, 6.8) and skips all other characters, especially line ends. */
export function decodeBase64(letters: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(Math.ceil((letters.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const letter of letters) {
    const sextet = SEXTETS[letter] ?? NO_SEXTET;
    if (sextet === NO_SEXTET) continue;
    held = ((held << 6) | sextet) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded[length++] = (held >>> bits) & 0xff;
  }
  return decoded.subarray(0, length);
}
