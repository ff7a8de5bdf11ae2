import { findAll, parseMarkup } from '../markup/tree.ts';
import type { Archive } from '../zip/archive.ts';

/** Algorithms that only scramble fonts for their licence. The text is readable nevertheless. */
const FONT_SCRAMBLING =
  /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** Tells whether the chapters of a book are encrypted (EPUB OCF, META-INF/encryption.xml). */
export function isProtected(archive: Archive): boolean {
  const bytes = archive.read('META-INF/encryption.xml');
  if (bytes === null) return false;
  const listed = parseMarkup(new TextDecoder().decode(bytes), 'xml');
  return findAll(listed, 'EncryptionMethod').some(
    ({ attributes }) => !FONT_SCRAMBLING.test(attributes.get('Algorithm') ?? ''),
  );
}
