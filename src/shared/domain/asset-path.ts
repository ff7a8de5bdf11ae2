import type { ArticleId } from './article.ts';

/** What the paths of pictures begin with, in addresses of the app's own scheme. */
export const ASSET_PATH = '/asset/';

/** Returns the path under which the window gets a picture of an article. */
export const assetPath = (articleId: ArticleId, sha256: string): string =>
  `${ASSET_PATH}${articleId}/${sha256}`;
