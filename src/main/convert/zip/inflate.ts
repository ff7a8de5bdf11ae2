import { Inflate } from 'fflate';
import { Refusal } from '../refusal.ts';

/**
 * How many packed bytes are unpacked between two checks. Each can become at most 1,032 bytes. A piece has a cost of its own,
 * so that pictures take three times as long in pieces of a quarter.
 */
const PACKED_AT_ONCE = 16 * 1024;

/**
 * Unpacks raw deflate (RFC 1951), and stops soon after the output exceeds the limit.
 *
 * @param limit  most bytes of output
 * @throws Refusal `import/unpacks-too-large` above the limit, `import/damaged` for invalid or cut data
 */
export function inflateRaw(packed: Uint8Array, limit: number): Uint8Array {
  // Packed data always has an end mark, even if it is empty, but fflate does not check this.
  if (packed.length === 0) throw new Refusal('import/damaged');
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((part) => {
    length += part.length;
    if (length > limit) throw new Refusal('import/unpacks-too-large');
    if (part.length > 0) parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length; at += PACKED_AT_ONCE) {
      const end = at + PACKED_AT_ONCE;
      inflater.push(packed.subarray(at, end), end >= packed.length);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('import/damaged');
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
