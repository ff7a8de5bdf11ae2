import { foldCluster } from './fold-cluster.ts';
import {
  ARABIC_INDIC_ZERO,
  COMPOSING_MARKS,
  DELETED_ARABIC_RANGES,
  EQUIVALENT_LETTERS,
  PERSIAN_ZERO,
} from './letters.ts';

/** For every UTF-16 unit of the folded text, the stretch of the original text that it came from. */
export interface OffsetMap {
  readonly starts: Uint32Array;
  /** Past the letter and its marks. */
  readonly ends: Uint32Array;
}

export interface FoldedText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** First code unit that the table does not cover. */
const TABLE_SIZE = 0x0700;
/** Table entries that are not letters: ask `foldCluster`, or delete. */
const ASK = 0;
const DELETE = 1;
const CARRIAGE_RETURN = 0x0d;

// Both cost milliseconds to make, and this module is loaded where nothing may ever be folded, as at a start.
let sharedTable: Uint16Array | null = null;
let graphemes: Intl.Segmenter | null = null;

/**
 * Folds a text for comparison: what differs only in marks, width, case, digits or foreign letter shapes becomes
 * equal. Hamza seats, final yeh and teh marbuta stay; they belong to the layer `spelling`.
 *
 * Laws (tested): folding twice is folding once; a text cut between two graphemes folds to the same pieces; a
 * folded span mapped back covers whole letters with their marks.
 * Cost: linear; about 25 ns a letter for Arabic and ASCII, more for what needs Unicode normalisation.
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

/** Folds a short text whose offsets are of no interest, such as one word. */
export function foldWord(text: string): string {
  return isFolded(text) ? text : fold(text).text;
}

/** True when every unit of the text is a letter that folds to itself; false says nothing. */
function isFolded(text: string): boolean {
  const table = (sharedTable ??= buildTable());
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === ASK || table[code] !== code) return false;
  }
  return true;
}

/** The stretch of the original text that a stretch of the folded text came from. */
export function toOriginal(
  map: OffsetMap,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: map.starts[start] ?? 0, end: map.ends[end - 1] ?? 0 };
}

/**
 * The end of the letter at `at` with the deleted marks that follow, or `at` when a following mark could compose
 * with it: then Unicode decides.
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

/** Combining marks and joiners; a generous test, as the slow way is always right. */
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

/** Longest cluster that is looked at as one; longer ones exist only in texts made to annoy. */
const SLOW_WINDOW_UTF16 = 64;

/** Collects folded units; grows only for the rare ligatures that become many letters. */
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

  /** Marks that stand apart from their letter (after a control, say) still belong to it when they touch it. */
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

/** `fromCharCode` takes its units as arguments, and engines bound how many. */
const DECODE_CHUNK = 4096;

function decode(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += DECODE_CHUNK) {
    const chunk = codes.subarray(at, at + DECODE_CHUNK);
    // `apply` takes any array-like; spreading would go through an iterator, which is ten times slower.
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return text;
}

/** ASCII and the Arabic block as one lookup: the folded code unit, `DELETE` or `ASK`. */
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
  table[CARRIAGE_RETURN] = ASK; // One grapheme with the line feed after it.
  for (const [letter, arabic] of EQUIVALENT_LETTERS)
    table[letter.charCodeAt(0)] = arabic.charCodeAt(0);
  for (const [first, last] of DELETED_ARABIC_RANGES) table.fill(DELETE, first, last + 1);
  for (const code of COMPOSING_MARKS) table[code] = ASK;
  for (const zero of [ARABIC_INDIC_ZERO, PERSIAN_ZERO]) {
    for (let digit = 0; digit < 10; digit += 1) table[zero + digit] = 0x30 + digit;
  }
  return table;
}
