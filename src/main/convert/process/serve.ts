import type { Result } from '#shared/domain/result.ts';
import type { ImportedBlock, ImportedDocument } from '../document.ts';
import { readDocument } from '../read-document.ts';
import type { ImportAnswer, ImportRequest } from './protocol.ts';
import { type Listeners, sendPictures } from './send-pictures.ts';

/** Most blocks and text of one message, so that the other end needs only a few milliseconds for it. */
const BLOCKS_AT_ONCE = 2000;
const UTF16_AT_ONCE = 250_000;

/**
 * Serves conversions of the import worker. Tests call it in their own process.
 *
 * A bug in the converter of a format is caught here: the file counts as damaged, the terminal gets the details, and the
 * next file is read as usual.
 *
 * @param report  receives the exception
 * @returns       the function that handles each request
 */
export function serveImport(
  answer: (message: ImportAnswer) => void,
  report: (bug: unknown) => void,
): (request: ImportRequest) => Promise<void> {
  let file = { id: 0, bytes: new Uint8Array(), done: 0 };
  return async ({ id, name, sizeBytes, bytes }) => {
    if (file.id !== id) file = { id, bytes: new Uint8Array(sizeBytes), done: 0 };
    file.bytes.set(bytes, file.done);
    file.done += bytes.length;
    if (file.done < sizeBytes) return;
    const whole = file.bytes;
    // The bytes are released before the conversion, whose result may be as large.
    file = { id: 0, bytes: new Uint8Array(), done: 0 };
    try {
      answerInParts(id, await readDocument(whole, name), { answer, report });
    } catch (bug) {
      report(bug);
      answer({ id, outcome: { ok: false, error: { code: 'import/damaged' } } });
    }
  };
}

function answerInParts(
  id: number,
  outcome: Result<ImportedDocument>,
  { answer, report }: Listeners,
): void {
  if (!outcome.ok) return answer({ id, outcome });
  let part: ImportedBlock[] = [];
  let sizeUtf16 = 0;
  for (const block of outcome.value.blocks) {
    if (part.length === BLOCKS_AT_ONCE || sizeUtf16 > UTF16_AT_ONCE) {
      answer({ id, blocks: part });
      [part, sizeUtf16] = [[], 0];
    }
    part.push(block);
    sizeUtf16 += block.text.length;
  }
  const { pictures, ...document } = outcome.value;
  sendPictures(id, pictures, { answer, report });
  answer({ id, outcome: { ok: true, value: { ...document, blocks: part } } });
}
