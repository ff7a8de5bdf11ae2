import { analyse } from 'chardet';
import { REPLACEMENT, countUnits, isNotAscii } from '../count-units.ts';
import { type Encoding, decodeAs, encodingOf } from './encodings.ts';
import { arabicPlausibility } from './plausibility.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** True when nothing in the file names the encoding, and the bytes allow another one. */
  readonly guessed: boolean;
}

/** How many bytes are examined for a guess: enough to see letters, and few enough to be quick. */
const SAMPLE_BYTES = 64 * 1024;

/** Largest share of broken multi-byte sequences in a file that still counts as damaged UTF-8. */
const MAX_BROKEN_SHARE = 0.1;

/** How much the detection library's answer counts beside the plausibility. */
const DETECTOR_WEIGHT = 0.1;

/** How much better another table must be than the one that the file states. */
const CLAIM_ADVANTAGE = 0.05;

/**
 * Decodes a text of unknown encoding: by its byte order mark, as valid UTF-8, as UTF-16 without a mark, or as UTF-8 with
 * little damage; otherwise with the single-byte table that gives the most plausible Arabic.
 *
 * @param claimed  what the file states, such as `charset=iso-8859-1`; often wrong, so it only has some weight
 */
export function decodeText(bytes: Uint8Array, claimed: string | null = null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decodeAs(marked, bytes), encoding: marked, guessed: false };
  const wide = wideEncoding(bytes);
  if (wide) return { text: decodeAs(wide, bytes), encoding: wide, guessed: false };
  const lossy = decodeAs('utf-8', bytes);
  if (isNearlyUtf8(lossy)) return { text: lossy, encoding: 'utf-8', guessed: false };
  const claim = claimed === null ? null : encodingOf(claimed);
  const encoding = bestTable(bytes, claim);
  return { text: decodeAs(encoding, bytes), encoding, guessed: encoding !== claim };
}

function byteOrderMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Recognises UTF-16 by the high bytes 0x06 and 0x00 of Arabic, Latin and spaces at every second byte. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES & ~1);
  if (sample.length < 4 || bytes.length % 2 === 1) return null;
  const high = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte === 0 || byte === 6) high[at % 2] = (high[at % 2] ?? 0) + 1;
  }
  const half = sample.length / 2;
  const [even = 0, odd = 0] = high.map((n) => n / half);
  if (Math.max(even, odd) < 0.8 || Math.min(even, odd) > 0.4) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Tells whether a text has no broken sequences, or very few beside the good ones. */
function isNearlyUtf8(text: string): boolean {
  const broken = countUnits(text, (code) => code === REPLACEMENT);
  if (broken === 0) return true;
  const good = countUnits(text, isNotAscii) - broken;
  return broken <= good * MAX_BROKEN_SHARE;
}

function bestTable(bytes: Uint8Array, claim: Encoding | null): Encoding {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const opinions = new Map(
    analyse(sample).map(({ name, confidence }) => [encodingOf(name), confidence / 100]),
  );
  const candidates = (['windows-1256', 'iso-8859-6', 'x-mac-arabic', 'windows-1252'] as const).map(
    (encoding) => ({
      encoding,
      score:
        arabicPlausibility(decodeAs(encoding, sample)) +
        (opinions.get(encoding) ?? 0) * DETECTOR_WEIGHT +
        (claim === encoding ? CLAIM_ADVANTAGE : 0),
    }),
  );
  return candidates.reduce((best, next) => (next.score > best.score ? next : best)).encoding;
}
