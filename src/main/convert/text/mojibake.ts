import { countUnits, isNotAscii } from '../count-units.ts';
import { type SingleByteEncoding, decodeAs, encodeAs } from './encodings.ts';

/** The tables with which UTF-8 is wrongly decoded, each with the signs that it makes of Arabic letters. */
const WRONG_TABLES: readonly (readonly [SingleByteEncoding, RegExp])[] = [
  // The lead bytes D8 and D9 of Arabic letters become tah and zah in windows-1256.
  ['windows-1256', /[\u0637\u0638][\u0080-\uFFFF]/gu],
  ['windows-1252', /[\u00D8\u00D9][\u0080-\uFFFF]/gu],
];

/** Fewest consecutive signs that are proof; fewer could be words. */
const MIN_SIGNS = 4;

/**
 * Repairs UTF-8 that was decoded with a single-byte table and saved again. A line is repaired only when this is certain:
 * all of it can be encoded, the bytes are valid UTF-8, and the signs become fewer.
 *
 * @returns the same text when nothing was certain
 */
export function repairMojibake(text: string): string {
  for (const [encoding, signs] of WRONG_TABLES) {
    if ((text.match(signs)?.length ?? 0) < MIN_SIGNS) continue;
    const repaired = text
      .split('\n')
      .map((line) => repairLine(line, encoding, signs))
      .join('\n');
    if (repaired !== text) return repaired;
  }
  return text;
}

function repairLine(line: string, encoding: SingleByteEncoding, signs: RegExp): string {
  const before = line.match(signs)?.length ?? 0;
  const letters = countUnits(line, isNotAscii);
  // Each letter became two, so half of them are signs. Ordinary Arabic has far fewer tahs and zahs.
  if (before < 2 || before * 2 < letters * 0.8) return line;
  const bytes = encodeAs(encoding, line);
  if (bytes === null) return line;
  const again = decodeAs('utf-8', bytes);
  return again.includes('\uFFFD') ? line : again;
}
