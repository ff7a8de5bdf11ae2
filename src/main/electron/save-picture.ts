import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { readArticlePicture } from '../library/pictures.ts';
import { suggestFileName } from '../marks-exchange/file-name.ts';
import { type FileDialogs, writeFile } from '../marks-exchange/files.ts';

/** Which picture of which article. */
export interface AskedPicture {
  readonly articleId: ArticleId;
  readonly sha256: string;
}

interface Parts {
  /** An absolute path. */
  readonly dataFolder: string;
  readonly dialogs: FileDialogs;
  readonly fs: FileSystem;
}

/**
 * Asks for a path and writes the bytes of a picture there, as they are in the library.
 *
 * @param title title of the article, from which the file name is made
 * @returns the path, or `null` when the reader cancels
 */
export async function savePicture(
  { dataFolder, dialogs, fs }: Parts,
  { articleId, sha256 }: AskedPicture,
  title: string,
): Promise<Result<{ readonly path: string | null }>> {
  const picture = await readArticlePicture(dataFolder, articleId, sha256);
  if (picture === null) return fail({ code: 'library/picture-missing' });
  const extension = picture.facts.type.replace(/^image\/|\+xml$/gu, '').replace('jpeg', 'jpg');
  const path = await dialogs.chooseTarget({
    title: translate('figure.save'),
    suggestedName: suggestFileName(title, translate('app.name'), extension),
    kind: { name: extension.toUpperCase(), extensions: [extension] },
  });
  if (path === null) return succeed({ path });
  const written = writeFile(fs, path, picture.bytes);
  return written.ok ? succeed({ path }) : written;
}
