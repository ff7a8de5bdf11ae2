import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import type { ImportOutcome, UpdateChoice } from '#shared/domain/import.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { ImportedDocument } from '../convert/document.ts';
import type { Damage } from '../library/damage.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import { sha256InTurns } from '../disk/checksum.ts';
import type { PictureFiles } from '../library/pictures.ts';
import type { Originals } from '../library/originals.ts';
import { refusalReason } from '../disk/file-system.ts';
import { remakeArticle } from './remake-article.ts';
import { isSameText, mayBeVersionOf } from './same-article.ts';
import { takePictures } from './take-pictures.ts';
import { prepareText } from './prepare-text.ts';
import type { Effect } from './decisions.ts';
import { type Original, asUpdateOf, toArticle } from './to-article.ts';

/** Converts a file in a process of its own. Never rejects. */
export interface Converter {
  convert(bytes: Uint8Array, name: string): Promise<Result<ImportedDocument>>;
}

export interface ImportParts {
  readonly own: OwnArticles;
  readonly originals: Originals;
  readonly converter: Converter;
  /** Returns the bundled article with this text, if any. */
  readonly findBundled: (contentHash: string) => ArticleSummary | undefined;
  readonly now: () => Date;
  /** Called when an article was added to the library or has a new text. */
  readonly onArticle: (article: Article) => void;
  /** Called for a bug, which makes one file fail while the import goes on. */
  readonly onBug: (bug: unknown) => void;
}

export interface SourceFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly path: string | null;
}

/** Imports one file into the library, completely or not at all. Never rejects. */
export async function importFile(parts: ImportParts, file: SourceFile): Promise<ImportOutcome> {
  try {
    return await bringIn(parts, file);
  } catch (bug) {
    parts.onBug(bug);
    return failed(UNEXPECTED);
  }
}

async function bringIn(parts: ImportParts, file: SourceFile): Promise<ImportOutcome> {
  const { own, converter } = parts;
  if (own.readOnly) return failed(notSaved(own.readOnly));
  const sha256 = await sha256InTurns(file.bytes);
  const same = own.findByOriginal(sha256);
  if (same) {
    // The stored original may be damaged or missing, although its article is not; the same bytes replace it.
    await keep(parts, sha256, file);
    return { kind: 'duplicate', ...named(same) };
  }
  const { bytes, name, path } = file;
  const damage = own.findDamage(sha256);
  if (damage && !damage.isNewer) return await mend(parts, damage, { sha256, bytes, name });

  // The converter gets a copy of the bytes, because they are stored afterwards.
  const converted = await converter.convert(bytes, name);
  if (!converted.ok) return failed(converted.error);
  if (converted.value.blocks.length === 0) return failed({ code: 'import/no-text' });
  const { document, pictures } = await takePictures(converted.value);
  const original = { sha256, name, path, sizeBytes: bytes.length };
  const article = await makeArticle(parts, document, original);
  const known = own.findByContent(article.contentHash) ?? parts.findBundled(article.contentHash);
  if (known) return { kind: 'duplicate', ...named(known) };

  const kept = await keep(parts, sha256, file);
  if (!kept.ok) return failed(kept.error);
  const version = findVersion(own, article);
  if (version) return { kind: 'update', ...named(version), sha256 };
  const outcome = await add(parts, { article, pictures }, document.remarks);
  // Until the article existed, the same original could be deleted with another article, so it is stored again.
  await keep(parts, sha256, file);
  return outcome;
}

/** The reader's choice about another version of an article. */
interface Decision {
  readonly articleId: ArticleId;
  readonly sha256: string;
  readonly choice: UpdateChoice;
  readonly name: string;
  readonly path: string | null;
}

/** The entry of the import's list afterwards, and the change of the library. */
interface Decided {
  readonly outcome: ImportOutcome;
  readonly effect: Effect;
}

/** Carries out the reader's choice. Never rejects. */
export async function decideUpdate(
  parts: ImportParts,
  decision: Decision,
): Promise<Result<Decided>> {
  try {
    return await carryOut(parts, decision);
  } catch (bug) {
    parts.onBug(bug);
    return fail(UNEXPECTED);
  }
}

async function carryOut(
  parts: ImportParts,
  { articleId, sha256, choice, ...file }: Decision,
): Promise<Result<Decided>> {
  const { own, originals, converter } = parts;
  if (own.readOnly) return fail(notSaved(own.readOnly));
  let bytes: Uint8Array;
  try {
    bytes = await originals.read(sha256);
  } catch {
    return fail({ code: 'import/not-found' });
  }
  const converted = await converter.convert(bytes, file.name);
  if (!converted.ok) return converted;
  const { document, pictures } = await takePictures(converted.value);
  const original = { sha256, sizeBytes: bytes.length, ...file };
  const next = await makeArticle(parts, document, original);
  if (choice === 'keep-both') {
    const outcome = await add(parts, { article: next, pictures }, document.remarks);
    if (outcome.kind === 'failed') return fail({ code: outcome.code });
    await keep(parts, sha256, { bytes, name: file.name });
    return succeed({ outcome, effect: { kind: 'added', articleId: next.id } });
  }
  const shown = await own.addPictures(articleId, pictures);
  if (!shown.ok) return shown;
  const before = own.read(articleId);
  if (!before.ok) return before;
  const updated = asUpdateOf(before.value, next);
  const replaced = own.replace(updated);
  if (!replaced.ok) return replaced;
  await keep(parts, sha256, { bytes, name: file.name });
  tell(parts, updated);
  return succeed({
    outcome: { kind: 'updated', ...named(updated) },
    effect: { kind: 'replaced', before: before.value, after: updated },
  });
}

/** Restores a damaged article, because the imported file is its original. */
async function mend(
  parts: ImportParts,
  damage: Damage,
  { sha256, ...file }: { sha256: string; bytes: Uint8Array; name: string },
): Promise<ImportOutcome> {
  const kept = await keep(parts, sha256, file);
  if (!kept.ok) return failed(kept.error);
  const made = await remakeArticle(parts, damage);
  if (!made.ok) return failed(made.error);
  tell(parts, made.value);
  return { kind: 'added', ...named(made.value), remarks: [] };
}

async function add(
  parts: ImportParts,
  { article, pictures }: { readonly article: Article; readonly pictures: PictureFiles },
  remarks: readonly Coded[],
): Promise<ImportOutcome> {
  const added = await parts.own.add(article, pictures);
  if (!added.ok) return failed(notSaved(added.error.params.reason));
  tell(parts, article);
  return { kind: 'added', ...named(article), remarks: remarks.map(plain) };
}

/** Reports an article. A failing listener does not fail the import, because the article is already stored. */
export function tell({ onArticle, onBug }: ImportParts, article: Article): void {
  try {
    onArticle(article);
  } catch (bug) {
    onBug(bug);
  }
}

async function makeArticle(
  { own, now }: ImportParts,
  document: ImportedDocument,
  original: Original,
): Promise<Article> {
  const text = await prepareText(document.blocks);
  return toArticle(document, { id: freeId(own, original.sha256), text, original, addedAt: now() });
}

/** The same file gets the same id again, so that the marks of a removed article return with it. */
function freeId(own: OwnArticles, sha256: string): ArticleId {
  const base = `own-${sha256.slice(0, 20)}`;
  for (let count = 1; ; count++) {
    // Hash digits and a count always match the pattern of `ArticleId`.
    const id = (count === 1 ? base : `${base}-${count}`) as ArticleId;
    if (!own.summary(id)) return id;
  }
}

function findVersion(own: OwnArticles, article: Article): ArticleSummary | undefined {
  return own.list().find((known) => {
    if (!mayBeVersionOf(known, article)) return false;
    const read = own.read(known.id);
    return read.ok && isSameText(read.value, article);
  });
}

async function keep(
  { originals }: ImportParts,
  sha256: string,
  { bytes, name }: Pick<SourceFile, 'bytes' | 'name'>,
): Promise<Result<null>> {
  try {
    await originals.keep(sha256, { bytes, name });
    return succeed(null);
  } catch (error) {
    return fail(notSaved(refusalReason(error)));
  }
}

const UNEXPECTED: Coded = { code: 'import/unexpected' };

const notSaved = (reason: string): Coded => ({ code: 'import/not-saved', params: { reason } });

const named = ({ id, title }: Pick<Article, 'id' | 'title'>) => ({ articleId: id, title });

const plain = ({ code, params }: Coded) => (params ? { code, params: { ...params } } : { code });

const failed = (error: Coded): ImportOutcome => ({ kind: 'failed', ...plain(error) });
