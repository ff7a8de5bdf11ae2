import { fail } from '#shared/domain/result.ts';
import type { ReadDocument } from './document.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { sniffFormat } from './sniff.ts';
import { readText } from './text/read-text.ts';

/** Reads a file of any known format: looks at its content, then at its name, and calls the format's room. */
export const readDocument: ReadDocument = async (bytes, name) => {
  if (bytes.length === 0) return fail({ code: 'import/empty-file' });
  const sniffed = sniffFormat(bytes, name);
  if (!sniffed.ok) return sniffed;
  if (bytes.length > MAX_FILE_BYTES) return fail({ code: 'import/too-large' });
  return readText(bytes, name);
};
