import {
  type Article,
  type ArticleId,
  articleIdSchema,
  ownIdSchema,
} from '#shared/domain/article.ts';
import { MAX_ASSET_BYTES, MAX_SETTINGS_BYTES } from '#shared/domain/limits.ts';
import { canonicalText, countWords } from '#shared/domain/text.ts';
import { decodeOwn, isOfNewerApp, withoutPath } from '../library/own-file.ts';
import { decodeMarksFile } from '../store/marks-file.ts';
import type { MarksState, UnreadRecords } from '../store/marks-state.ts';
import { CopyRefusal } from './copy-refusal.ts';
import { findId, parseQuietly } from './find-id.ts';
import {
  ARTICLES_NAME,
  type Entry,
  MARKS_NAME,
  ORIGINALS_FOLDER,
  SETTINGS_NAME,
  assetNamed,
} from './manifest.ts';
import { hashOf } from './present-library.ts';
import type { Archive } from './read-archive.ts';
import { createLineSplitter } from './split-lines.ts';
import type { Take } from './unpack.ts';

/** Largest unpacked entry of the marks, bytes. */
const MAX_MARKS_BYTES = 500_000_000;
/**
 * Longest JSON of a mark that this version cannot read, UTF-16 units: three times the longest mark that it can write. The
 * main process handles such a mark in one turn.
 */
const MAX_UNREAD_UTF16 = 1_000_000;

/** Takes the bytes of a file; `end` is called after the last of them. */
export interface Taker {
  readonly take: Take;
  readonly end: () => void;
}

/** A picture in a copy. */
export interface CopiedAsset {
  readonly id: ArticleId;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Receives the contents of a copy, part by part. */
export interface CopyVisitor {
  marks(articleId: ArticleId, state: MarksState): void;
  /** The bytes of an article's marks that a newer version wrote. */
  newerMarks(articleId: ArticleId, line: Uint8Array): void;
  /** Receives an article whose hash and number of words were calculated from its text. */
  article(article: Article): void;
  /** Receives the bytes of an article that this version knows only partly. */
  adopted(id: ArticleId, line: Uint8Array): void;
  /** Receives the id of an article that exceeds a limit and therefore cannot be shown. */
  leftOut(id: ArticleId): void;
  settings(value: unknown): void;
  original(name: string, sizeBytes: number): Taker;
  /** Receives a picture of an article that comes later. */
  asset(asset: CopiedAsset): Taker;
}

/**
 * Reads a whole archive, one entry and one line at a time, and compares every entry with its size and hash.
 *
 * @throws CopyRefusal
 */
export async function readCopy(archive: Archive, visitor: CopyVisitor): Promise<void> {
  let hasArticles = false;
  for (const entry of archive.manifest.entries) {
    const asset = assetNamed(entry.name);
    hasArticles ||= entry.name === ARTICLES_NAME;
    // A picture after its article would not be found when the article is prepared.
    if (asset && hasArticles) throw new CopyRefusal('backup/unexpected-entry');
    if (asset)
      await readAsset(archive, entry, visitor.asset({ ...asset, sizeBytes: entry.sizeBytes }));
    else if (entry.name === MARKS_NAME) await readMarks(archive, entry, visitor);
    else if (entry.name === ARTICLES_NAME) await readArticles(archive, entry, visitor);
    else if (entry.name === SETTINGS_NAME) await readSettings(archive, entry, visitor);
    else await readOriginal(archive, entry, visitor);
  }
}

async function readMarks(archive: Archive, entry: Entry, visitor: CopyVisitor): Promise<void> {
  if (entry.sizeBytes > MAX_MARKS_BYTES) throw new CopyRefusal('backup/too-large');
  const lines = createLineSplitter((line) => {
    const decoded = decodeMarksFile(line);
    if (decoded.kind === 'invalid') throw new CopyRefusal('backup/damaged');
    if (decoded.kind === 'article') {
      refuseLongRecords(decoded.state.unread);
      visitor.marks(decoded.articleId, decoded.state);
    } else visitor.newerMarks(idIn(line, 'articleId', articleIdSchema), line);
  });
  await archive.read(entry, lines.take);
  lines.end();
}

function refuseLongRecords({ annotations, bookmarks, changes, fields }: UnreadRecords): void {
  for (const record of [...annotations, ...bookmarks, ...changes, ...Object.values(fields)])
    if ((JSON.stringify(record) ?? '').length > MAX_UNREAD_UTF16)
      throw new CopyRefusal('backup/too-large');
}

async function readArticles(archive: Archive, entry: Entry, visitor: CopyVisitor): Promise<void> {
  const lines = createLineSplitter((line) => readArticle(line, visitor));
  await archive.read(entry, lines.take);
  lines.end();
}

/** Reads an article. Hash and number of words are calculated from its text, because the copy may state wrong ones. */
function readArticle(whole: Uint8Array, visitor: CopyVisitor): void {
  // The path in a copy is removed, because it would count as a folder from which the reader imports.
  const line = withoutPath(whole);
  const decoded = decodeOwn(line);
  if (decoded.kind === 'invalid') throw new CopyRefusal('backup/damaged');
  if (decoded.kind === 'unreadable') {
    const id = idIn(line, 'id', ownIdSchema);
    // An article of our own version exceeds a limit of the import, so it could not be shown.
    if (isOfNewerApp(line)) visitor.adopted(id, line);
    else visitor.leftOut(id);
    return;
  }
  const { article, carried } = decoded;
  if (carried !== null) return visitor.adopted(article.id, line);
  const wordCount = countWords(canonicalText(article.blocks));
  visitor.article({ ...article, wordCount, contentHash: hashOf(article) });
}

async function readSettings(archive: Archive, entry: Entry, visitor: CopyVisitor): Promise<void> {
  if (entry.sizeBytes > MAX_SETTINGS_BYTES) throw new CopyRefusal('backup/too-large');
  const pieces: Uint8Array[] = [];
  await archive.read(entry, (piece) => pieces.push(Uint8Array.from(piece)));
  // Each invalid or missing setting falls back to its default.
  visitor.settings(parseQuietly(Buffer.concat(pieces)));
}

async function readOriginal(archive: Archive, entry: Entry, visitor: CopyVisitor): Promise<void> {
  const name = entry.name.slice(ORIGINALS_FOLDER.length);
  // An original must be named by its hash, whatever else the manifest calls it.
  if (!name.startsWith(entry.sha256)) throw new CopyRefusal('backup/damaged');
  const original = visitor.original(name, entry.sizeBytes);
  await archive.read(entry, original.take);
  original.end();
}

async function readAsset(archive: Archive, entry: Entry, taker: Taker): Promise<void> {
  // A picture must be named by its hash, whatever else the manifest calls it.
  if (!entry.name.endsWith(`/${entry.sha256}`)) throw new CopyRefusal('backup/damaged');
  if (entry.sizeBytes > MAX_ASSET_BYTES) throw new CopyRefusal('backup/too-large');
  await archive.read(entry, taker.take);
  taker.end();
}

/** Checks an id, because another one could become a folder outside those of the reader's articles. */
function idIn(
  line: Uint8Array,
  field: 'id' | 'articleId',
  schema: typeof articleIdSchema,
): ArticleId {
  const id = findId(line, field, schema);
  if (id === null) throw new CopyRefusal('backup/unexpected-entry');
  return id;
}
