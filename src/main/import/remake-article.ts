import type { Article } from '#shared/domain/article.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { Damage } from '../library/damage.ts';
import type { OwnDetails } from '../library/understand-own.ts';
import { sha256InTurns } from '../disk/checksum.ts';
import { errorCode } from '../disk/file-system.ts';
import type { ImportParts } from './import-file.ts';
import { prepareText } from './prepare-text.ts';
import { takePictures } from './take-pictures.ts';
import { toArticle } from './to-article.ts';

type RemakeParts = Pick<ImportParts, 'own' | 'originals' | 'converter'>;

/**
 * Makes a damaged article again from its original, under the same id, and with the details, collections and tags that
 * were found in a copy. Marks find their words in the new text as in any other version.
 *
 * Fails with the reason why it cannot be made again.
 */
export async function remakeArticle(
  { own, originals, converter }: RemakeParts,
  damage: Damage,
): Promise<Result<Article>> {
  if (own.readOnly) return fail({ code: 'library/read-only' });
  if (damage.isNewer) return fail({ code: 'library/newer-version' });
  const { id, details } = damage;
  const sha256 = details?.own?.original.sha256 ?? originals.findByDigits(id.slice(4, 24));
  if (sha256 === null) return fail({ code: 'library/original-missing' });
  const bytes = await readOriginal(originals, sha256);
  if (!bytes.ok) return bytes;
  const name = details?.own?.original.name ?? originals.nameOf(sha256) ?? sha256.slice(0, 20);
  const converted = await converter.convert(bytes.value, name);
  if (!converted.ok) return converted;
  if (converted.value.blocks.length === 0) return fail({ code: 'import/no-text' });
  const { document, pictures } = await takePictures(converted.value);
  const text = await prepareText(document.blocks);
  const original = { sha256, name, path: null, sizeBytes: bytes.value.length };
  const addedAt = await originals.keptAt(sha256);
  const fresh = toArticle(document, { id, text, original, addedAt });
  const article: Article = details ? withDetails(fresh, details) : fresh;
  const shown = await own.addPictures(id, pictures);
  if (!shown.ok) return fail(plain(shown.error));
  const replaced = own.replace(article);
  return replaced.ok ? succeed(article) : fail(plain(replaced.error));
}

/** Combines what the original says with the details that were found in a copy. */
function withDetails(fresh: Article, details: OwnDetails): Article {
  const { blocks, structure, publication, contentHash, wordCount } = fresh;
  return {
    ...details,
    blocks,
    ...(structure && { structure }),
    ...(publication && { publication }),
    contentHash,
    wordCount,
    own: details.own && { ...details.own, convertedBy: fresh.own?.convertedBy },
  };
}

async function readOriginal(
  originals: RemakeParts['originals'],
  sha256: string,
): Promise<Result<Uint8Array>> {
  let bytes: Uint8Array;
  try {
    bytes = await originals.read(sha256);
  } catch (error) {
    const isGone = errorCode(error) === 'ENOENT';
    return fail({ code: isGone ? 'library/original-missing' : 'library/original-unreadable' });
  }
  const isWhole = (await sha256InTurns(bytes)) === sha256;
  return isWhole ? succeed(bytes) : fail({ code: 'library/original-damaged' });
}

const plain = (error: Coded): Coded => ({
  code: error.code,
  ...(error.params && { params: error.params }),
});
