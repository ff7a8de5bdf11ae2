import { readArticlePicture } from '../library/pictures.ts';
import { requestedAsset } from './app-address.ts';
import type { FileAnswer } from './app-files.ts';

/** A drawing may have styles of its own, and nothing else: no script, no request, no frame. */
const ASSET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Answers one request for a picture of an article. The type is that of the bytes. A picture whose bytes are not those of
 * its name counts as missing. Never rejects.
 *
 * @param dataFolder  absolute path
 */
export async function answerAsset(
  dataFolder: string,
  address: string,
  method: string,
): Promise<FileAnswer> {
  const asset = method === 'GET' ? requestedAsset(address) : null;
  if (asset === null) return answer(400, 'text/plain');
  try {
    const picture = await readArticlePicture(dataFolder, asset.article, asset.sha256);
    if (picture === null) return answer(404, 'text/plain');
    return answer(200, picture.facts.type, Buffer.from(picture.bytes));
  } catch {
    // The disk fails, or the file was removed meanwhile; the page learns no more than that.
    return answer(404, 'text/plain');
  }
}

const answer = (statusCode: number, type: string, data = Buffer.alloc(0)): FileAnswer => ({
  statusCode,
  headers: {
    'content-type': type,
    'content-security-policy': ASSET_POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  },
  data,
});
