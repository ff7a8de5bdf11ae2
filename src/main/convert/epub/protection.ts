import { findAll, parseMarkup } from '../markup/tree.ts';
import type { Archive } from '../zip/archive.ts';

/** Fonts may be scrambled for their licence; the text is open all the same. */
const FONT_SCRAMBLING =
  /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** Whether a shop has encrypted the chapters of a book (EPUB OCF, META-INF/encryption.xml). */
export function isProtected(archive: Archive): boolean {
  const bytes = archive.read('META-INF/encryption.xml');
  if (bytes === null) return false;
  const listed = parseMarkup(new TextDecoder().decode(bytes), 'xml');
  return findAll(listed, 'EncryptionMethod').some(
    ({ attributes }) => !FONT_SCRAMBLING.test(attributes.get('Algorithm') ?? ''),
  );
}
