import { writeArticles } from '../material/library-files.ts';
import { generateArticles } from '../material/generate-articles.ts';

const ARTICLES_PER_BOOK = 300;

/** A word that is in every book of `writeBooks`, with an ending that none of the bundled articles has. */
export const WORD_OF_EVERY_BOOK = 'زنبركات';

/**
 * Adds own books of some 90,000 words each to a library, as imports leave them but without a stored index. The next start
 * reads and indexes them all, which takes about a second per few books.
 *
 * @param dataFolder  of an app that does not run
 */
export async function writeBooks(dataFolder: string, count: number): Promise<void> {
  const pages = generateArticles(ARTICLES_PER_BOOK).map(({ body }) => body);
  const books = Array.from({ length: count }, (_, number) => ({
    id: `book${number}`,
    title: `كتاب رقم ${number}`,
    // The same pages in another order are a different text.
    body: [...pages.slice(number), ...pages.slice(0, number), WORD_OF_EVERY_BOOK].join('\n'),
  }));
  await writeArticles(dataFolder, books);
}
