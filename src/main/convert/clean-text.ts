/** Counts what was removed from a text, for the remarks. */
export interface Losses {
  /** Replacement characters (U+FFFD), which stand for bytes that could not be decoded. */
  lost: number;
  /** Control characters, and those that reorder the displayed text. */
  controls: number;
}

/** C0 and C1 controls except tab and line ends, BOM, and the bidi embeddings, overrides and isolates. */
const CONTROLS =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu;

/** Half a surrogate pair. */
const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;

/**
 * Makes a text safe to show and to search without changing what a reader sees: canonical composition, one kind of line
 * end, no control characters. Zero-width joiners and directional marks stay.
 *
 * @param losses  the removed characters are counted here
 */
export function cleanText(text: string, losses: Losses): string {
  const clean = text
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, () => {
      losses.controls += 1;
      return '';
    })
    .replace(LONE_SURROGATES, '\uFFFD');
  for (let at = clean.indexOf('\uFFFD'); at !== -1; at = clean.indexOf('\uFFFD', at + 1)) {
    losses.lost += 1;
  }
  return clean.normalize('NFC');
}

/** Turns a text into one line, in which each run of white space becomes one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Joins pieces of text and turns them into one line, like `oneLine` of the whole.
 *
 * @returns the text, and where each piece begins in it (UTF-16 units)
 */
export function joinOnOneLine(pieces: readonly string[]): { text: string; starts: number[] } {
  let text = '';
  const starts = pieces.map((piece) => {
    const part = piece.replace(/\s+/gu, ' ');
    const isBlankTwice = part.startsWith(' ') && (text === '' || text.endsWith(' '));
    const added = isBlankTwice ? part.slice(1) : part;
    const start = text.length + (added.startsWith(' ') ? 1 : 0);
    text += added;
    return start;
  });
  const whole = text.trimEnd();
  return { text: whole, starts: starts.map((start) => Math.min(start, whole.length)) };
}
