import type { ImportRemark } from '#shared/domain/import-codes.ts';
import { Refusal, atTheDoor } from '../refusal.ts';
import { countUnits } from '../count-units.ts';
import type { ReadDocument } from '../document.ts';
import { type Losses, cleanText } from '../clean-text.ts';
import { finishDocument } from '../finish-document.ts';
import { MAX_TEXT_BYTES } from '../limits.ts';
import { type Decoded, decodeText } from './decode.ts';
import { readNewsSgml } from './news-sgml.ts';
import { repairMojibake } from './mojibake.ts';
import { readOpenIti } from './open-iti.ts';
import { readParagraphs } from './paragraphs.ts';

/** Largest share of control characters in a text. NUL does not count, because power cuts leave runs of it. */
const MAX_CONTROL_SHARE = 0.01;

/** Least share of letters, digits, spaces and commas in a text of guessed encoding. */
const MIN_WORD_SHARE = 0.7;
const SAMPLE_UTF16 = 100_000;

/** Reads a plain text in any encoding used for Arabic, including texts that a collection has marked up in its own way. */
export const readText: ReadDocument = (bytes, name) =>
  atTheDoor(() => {
    const losses: Losses = { lost: 0, controls: 0 };
    const { text, remarks } = readEncodedText(bytes, losses);
    const marked = readOpenIti(text) ?? readNewsSgml(text);
    return finishDocument({
      format: 'text',
      name,
      ...(marked ?? { blocks: readParagraphs(text) }),
      isPage: marked === null,
      remarks,
      losses,
    });
  });

/**
 * Decodes, repairs and cleans a text.
 *
 * @param claimed  the encoding that the file states, or `null`
 * @throws Refusal `import/not-text` when the bytes are no text
 */
export function readEncodedText(
  bytes: Uint8Array,
  losses: Losses,
  claimed: string | null = null,
): { text: string; remarks: ImportRemark[] } {
  if (bytes.length > MAX_TEXT_BYTES) throw new Refusal('import/too-large');
  const decoded = decodeText(bytes, claimed);
  if (!readsAsText(decoded)) throw new Refusal('import/not-text');
  const repaired = repairMojibake(decoded.text);
  const remarks: ImportRemark[] = [];
  if (repaired !== decoded.text) remarks.push({ code: 'import/encoding-repaired' });
  if (decoded.guessed && repaired === decoded.text) {
    remarks.push({ code: 'import/encoding-guessed', params: { encoding: decoded.encoding } });
  }
  return { text: cleanText(repaired, losses), remarks };
}

function readsAsText({ text, guessed }: Decoded): boolean {
  const controls = countUnits(
    text,
    (code) =>
      code === 0x7f || (code < 0x20 && code > 0 && !(code >= 9 && code <= 13) && code !== 0x1b),
  );
  if (controls > text.length * MAX_CONTROL_SHARE) return false;
  if (!guessed) return true;
  // A guessed text must consist of words, because noise has signs between its letters.
  const sample = text.slice(0, SAMPLE_UTF16);
  const inWords = sample.match(/[\p{L}\p{M}\p{N}\s.,،]/gu)?.length ?? 0;
  return inWords > sample.length * MIN_WORD_SHARE;
}
