import { foldCluster } from './fold-cluster.ts';
import {
  ARABIC_INDIC_ZERO,
  COMPOSING_MARKS,
  DELETED_ARABIC_RANGES,
  EQUIVALENT_LETTERS,
  PERSIAN_ZERO,
} from './letters.ts';

/** For each UTF-16 unit of the folded text, the span of the original text that it came from, in UTF-16 units. */
export interface OffsetMap {
  readonly starts: Uint32Array;
  /** Offsets after the letter and its marks. */
  readonly ends: Uint32Array;
}

export interface FoldedText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** The first code unit that the table does not cover. */
const TABLE_SIZE = 0x0700;
/** Table entries that are not letters. `ASK` means that `foldCluster` decides, `DELETE` that the unit is removed. */
const ASK = 0;
const DELETE = 1;
const CARRIAGE_RETURN = 0x0d;

// Both take milliseconds to create, so they are created at the first fold. This module is also loaded at the start of
// the app, when nothing may need folding.
let sharedTable: Uint16Array | null = null;
let graphemes: Intl.Segmenter | null = null;

/**
 * Folds a text for comparison, so that texts become equal that differ only in marks, width, case, digits or foreign
 * letter shapes. Hamza seats, final yeh and teh marbuta remain; they belong to the layer `spelling`.
 *
 * Tests check three laws: folding twice equals folding once; a text cut between two graphemes folds to the same
 * pieces; a folded span mapped back covers whole letters with their marks. Takes linear time: about 25 ns a letter
 * for Arabic and ASCII, more for letters that need Unicode normalisation.
 *
 * Example: كِتَابٌ becomes كتاب, ٢٠٢٣ becomes 2023.
 */
export function fold(text: string): FoldedText {
  const table = (sharedTable ??= buildTable());
  const output = new FoldOutput(text.length);
  let at = 0;
  while (at < text.length) {
    const entry = table[text.charCodeAt(at)] ?? ASK;
    const end = entry === ASK ? at : endOfSimpleLetter(table, text, at);
    if (end > at) {
      if (entry === DELETE) output.extendLast(at, end);
      else output.push(entry, at, end);
      at = end;
    } else {
      at = foldSlowly(text, at, output);
    }
  }
  return output.finish();
}

/** Folds a short text, such as one word, without an offset map. */
export function foldWord(text: string): string {
  return isFolded(text) ? text : fold(text).text;
}

/**
 * True when every unit of the text is a letter that folds to itself. False proves nothing, because the table does not
 * cover every letter.
 */
function isFolded(text: string): boolean {
  const table = (sharedTable ??= buildTable());
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === ASK || table[code] !== code) return false;
  }
  return true;
}

/** Maps a span of the folded text to the span of the original text that it came from, in UTF-16 units. */
export function toOriginal(
  map: OffsetMap,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: map.starts[start] ?? 0, end: map.ends[end - 1] ?? 0 };
}

/**
 * Returns the end of the letter at `at`, including the deleted marks that follow. Returns `at` when a following mark
 * could compose with the letter, because then Unicode normalisation must decide.
 */
function endOfSimpleLetter(table: Uint16Array, text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const entry = table[code] ?? ASK;
    if (entry === DELETE) continue;
    return entry === ASK && mayExtend(code) ? at : end;
  }
  return end;
}

/**
 * True for characters that may combine with the letter before them. The test may say yes too often, because the slow
 * path is always right.
 */
function mayExtend(code: number): boolean {
  return code >= 0x0300 && !(code >= 0x2010 && code <= 0x2029);
}

function foldSlowly(text: string, at: number, output: FoldOutput): number {
  const window = text.slice(at, at + SLOW_WINDOW_UTF16);
  graphemes ??= new Intl.Segmenter('ar', { granularity: 'grapheme' });
  const segment = graphemes.segment(window).containing(0);
  const cluster = segment?.segment ?? window;
  const folded = foldCluster(cluster);
  const end = at + cluster.length;
  for (let index = 0; index < folded.length; index += 1) {
    output.push(folded.charCodeAt(index), at, end);
  }
  return end;
}

/** The longest cluster that is folded as one, in UTF-16 units. Longer ones occur only in maliciously crafted texts. */
const SLOW_WINDOW_UTF16 = 64;

/** Collects folded units. It grows only for the rare ligatures that become many letters. */
class FoldOutput {
  private codes: Uint16Array;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private length = 0;

  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  push(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.grow();
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  /** Extends the last letter over deleted marks that directly follow it, such as tatweel. */
  extendLast(start: number, end: number): void {
    if (this.length > 0 && this.ends[this.length - 1] === start) this.ends[this.length - 1] = end;
  }

  finish(): FoldedText {
    const codes = this.codes.subarray(0, this.length);
    return {
      text: decode(codes),
      map: { starts: this.starts.slice(0, this.length), ends: this.ends.slice(0, this.length) },
    };
  }

  private grow(): void {
    const capacity = this.codes.length * 2 + 32;
    const [codes, starts, ends] = [this.codes, this.starts, this.ends];
    this.codes = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.codes.set(codes);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/** `fromCharCode` takes its units as arguments, and engines limit the number of arguments. */
const DECODE_CHUNK = 4096;

function decode(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += DECODE_CHUNK) {
    const chunk = codes.subarray(at, at + DECODE_CHUNK);
    // `apply` accepts any array-like value, whereas spreading would use an iterator and be ten times slower.
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return text;
}

/** Builds the lookup table for ASCII and the Arabic block: each entry is the folded code unit, `DELETE` or `ASK`. */
function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (let code = 2; code < 0x7f; code += 1) {
    table[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  }
  for (let code = 0x0606; code < TABLE_SIZE; code += 1) {
    const character = String.fromCharCode(code);
    const stays =
      character.normalize('NFKC') === character && !/\p{M}|\p{Cf}|\p{Cn}/u.test(character);
    if (stays) table[code] = code;
  }
  table[CARRIAGE_RETURN] = ASK; // A carriage return forms one grapheme with a following line feed.
  for (const [letter, arabic] of EQUIVALENT_LETTERS)
    table[letter.charCodeAt(0)] = arabic.charCodeAt(0);
  for (const [first, last] of DELETED_ARABIC_RANGES) table.fill(DELETE, first, last + 1);
  for (const code of COMPOSING_MARKS) table[code] = ASK;
  for (const zero of [ARABIC_INDIC_ZERO, PERSIAN_ZERO]) {
    for (let digit = 0; digit < 10; digit += 1) table[zero + digit] = 0x30 + digit;
  }
  return table;
}
