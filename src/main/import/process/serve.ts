import { readDocument } from '../read-document.ts';
import type { ImportAnswer, ImportRequest } from './protocol.ts';

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
  return async ({ id, bytes, name }) => {
    try {
      answer({ id, outcome: await readDocument(bytes, name) });
    } catch (bug) {
      report(bug);
      answer({ id, outcome: { ok: false, error: { code: 'import/damaged' } } });
    }
  };
}
