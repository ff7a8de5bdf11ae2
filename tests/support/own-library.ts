import { anOwnArticle } from '../../src/main/library/testing/an-own-article.ts';
import { openOwnArticles } from '../../src/main/library/own-articles.ts';
import { createNodeFileSystem } from '../../src/main/disk/node-file-system.ts';
import type { Article, Own } from '../../src/shared/domain/article.ts';

/** Creates an own article with given details for a test. */
export function ownArticle(
  title: string,
  { own, ...changes }: Partial<Omit<Article, 'own'>> & { readonly own?: Partial<Own> } = {},
): Article {
  const article = anOwnArticle([`${title}: هكذا يبدأ النص.`, 'وهذه فقرة ثانية فيها كلام آخر.'], {
    title,
    ...changes,
  });
  // `anOwnArticle` always creates an own article.
  return { ...article, own: { ...(article.own as Own), ...own } };
}

/** Writes articles into a data folder that no app has open. */
export async function putOwnArticles(
  dataFolder: string,
  articles: readonly Article[],
): Promise<void> {
  const own = openOwnArticles({
    dataFolder,
    fs: createNodeFileSystem(),
    now: () => new Date(),
    readOnly: null,
  });
  for (const article of articles) {
    const added = await own.add(article);
    if (!added.ok) throw new Error(`not put: ${article.title}: ${added.error.code}`);
  }
  own.close();
}
