import type { Result } from '#shared/domain/result.ts';
import type { ImportedBlock, ImportedDocument } from '../document.ts';
import { readDocument } from '../read-document.ts';
import type { ImportAnswer, ImportRequest } from './protocol.ts';

/** Blocks and text of one message, so that the other end has some milliseconds of work with it. */
const BLOCKS_AT_ONCE = 2000;
const UTF16_AT_ONCE = 250_000;

/**
 * Serves conversions: the import worker without its process, so that tests can run it in theirs.
 *
 * A bug in a format's room is met here: the file is called damaged, the terminal gets the details, and the next
 * file is read as if nothing had been.
 *
 * @param report  gets what was thrown
 * @returns       the function that takes each request
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
    // Not kept while it is read: what a room makes of it may be as large.
    file = { id: 0, bytes: new Uint8Array(), done: 0 };
    try {
      answerInParts(id, await readDocument(whole, name), answer);
    } catch (bug) {
      report(bug);
      answer({ id, outcome: { ok: false, error: { code: 'import/damaged' } } });
    }
  };
}

function answerInParts(
  id: number,
  outcome: Result<ImportedDocument>,
  answer: (message: ImportAnswer) => void,
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
  answer({ id, outcome: { ok: true, value: { ...outcome.value, blocks: part } } });
}
