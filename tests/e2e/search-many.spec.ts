import { expect, test } from '../support/library-folder.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';
import { SearchPage } from '../support/search-page.ts';

/** More articles than one page of results shows. */
const ARTICLES = 105;

test('when more is found than shown, the count says that it covers only the shown articles', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(
    dataFolder,
    Array.from({ length: ARTICLES }, (_, at) => ownArticle(`زنبركات الورشة ${at + 1}`)),
  );
  const { page } = await start({ dataFolder });
  await SearchPage.search(page, 'زنبركات');

  const count = page.locator('[data-count]');
  await expect(count).toHaveText(/100 مادة · .?200 موضع.? فيها/u);
  await expect(page.getByText(/المعروض .?100 مادة.? من أصل 105/u)).toBeVisible();
});
