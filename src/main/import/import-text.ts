import type { ImportOutcome } from '#shared/domain/import.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { type ImportParts, importFile } from './import-file.ts';

/** Longest beginning of a pasted text that becomes its name, UTF-16 units. */
const PASTED_NAME_UTF16 = 40;

/** Brings a pasted text into the library, as a page when it has one. @param html the same text as HTML, if any */
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
  // What cannot be read as a page is still a text.
  return structured && structured.kind !== 'failed' ? structured : add(text, 'txt');
}
