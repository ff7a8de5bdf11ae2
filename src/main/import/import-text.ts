import type { ImportOutcome } from '#shared/domain/import.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { type ImportParts, importFile } from './import-file.ts';

/** Longest beginning of a pasted text that becomes its name, UTF-16 units. */
const PASTED_NAME_UTF16 = 40;

/** Imports a pasted text, as a page if it is one. @param html the same text as HTML, if there is one */
export async function importText(
  parts: ImportParts,
  text: string,
  html: string | null,
): Promise<ImportOutcome> {
  const beginning = cutAtWord(text.trim().replace(/\s+/gu, ' '), PASTED_NAME_UTF16);
  const name = beginning.replace(/[\\/:*?"<>|…]/gu, '').trim() || 'text';
  const add = (source: string, ending: string): Promise<ImportOutcome> =>
    importFile(parts, {
      bytes: Buffer.from(source, 'utf8'),
      name: `${name}.${ending}`,
      path: null,
    });
  const structured = html === null ? null : await add(html, 'html');
  // Text that cannot be read as a page is imported as plain text.
  return structured && structured.kind !== 'failed' ? structured : add(text, 'txt');
}
