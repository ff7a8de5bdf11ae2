import { join } from 'node:path';
import {
  type Article,
  type ArticleId,
  type ArticleSummary,
  summarize,
} from '#shared/domain/article.ts';
import { type Carried, decodeOwn, encodeDetails, encodeOwn } from '../library/own-file.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import type { MarksState } from '../store/marks-state.ts';
import { type FileSystem, type OpenFile, equalBytes, writeAll } from '../disk/file-system.ts';
import { marksFileName } from '../store/paths.ts';
import { piecesOf } from './marks-pieces.ts';
import {
  type RestoreRecord,
  type RestorePaths,
  encodeRecord,
  restorePaths,
} from './restore-record.ts';
import { StagedPictures } from './staged-pictures.ts';
import { encodeSummary } from './summaries.ts';
import type { Take } from './unpack.ts';

/** Size of one part of the prepared marks, in bytes. The main process reads a part in one turn. */
const PART_BYTES = 2_000_000;

/** Prepares everything that a restore will change, durably, before the library is changed. */
export interface Stage {
  add(article: Article): void;
  replace(article: Article, carried: Carried | null): void;
  /** Prepares the file of an article unchanged, because a newer version wrote it. */
  adopt(id: ArticleId, bytes: Uint8Array): void;
  /** Prepares the marks that an article will have. */
  marks(articleId: ArticleId, state: MarksState): void;
  newerMarks(id: ArticleId, bytes: Uint8Array): void;
  /** Takes the bytes of an original; `end` makes them durable. */
  original(name: string): { readonly take: Take; readonly end: () => void };
  /** Takes the bytes of a picture of an article that is prepared later. `end` throws a CopyRefusal when it is none. */
  asset(id: ArticleId, sha256: string): { readonly take: Take; readonly end: () => void };
  /** Writes the list of everything that must be moved. */
  finish(): void;
}

/** @throws the system's error, from every step */
export const createStage = (fs: FileSystem, dataFolder: string, now: () => Date): Stage =>
  new FolderStage(fs, dataFolder, now);

class FolderStage implements Stage {
  private readonly fs: FileSystem;
  private readonly paths: RestorePaths;
  private readonly pictures: StagedPictures;
  private readonly now: () => Date;
  private readonly record = { added: [], replaced: [], originals: [], newerMarks: [] } as {
    [Key in keyof RestoreRecord]: RestoreRecord[Key][number][];
  };
  private readonly summaries: Uint8Array[] = [];
  private lines: Uint8Array[] = [];
  private lineBytes = 0;
  private parts = 0;

  constructor(fs: FileSystem, dataFolder: string, now: () => Date) {
    const paths = restorePaths(dataFolder);
    this.fs = fs;
    this.paths = paths;
    this.pictures = new StagedPictures(fs, dataFolder);
    this.now = now;
    for (const folder of [paths.articles, paths.originals, paths.marks]) fs.makeFolder(folder);
  }

  add(article: Article): void {
    this.addSummary(summarize(article));
    const whole = this.pictures.put(article);
    this.writeArticle(article.id, this.filesOf(whole, null));
    this.record.added.push(article.id);
  }

  replace(article: Article, carried: Carried | null): void {
    this.addSummary(summarize(article));
    const whole = this.pictures.put(article);
    this.writeArticle(article.id, this.filesOf(whole, carried));
    this.record.replaced.push(article.id);
  }

  adopt(id: ArticleId, bytes: Uint8Array): void {
    this.writeArticle(id, { 'article.json': bytes, ...this.detailsOf(bytes) });
    this.record.added.push(id);
  }

  marks(articleId: ArticleId, state: MarksState): void {
    for (const piece of piecesOf(articleId, state, this.now())) {
      const line = Buffer.from(encodeFramed(piece), 'utf8');
      this.lines.push(line);
      this.lineBytes += line.length;
      if (this.lineBytes >= PART_BYTES) this.writePart();
    }
  }

  newerMarks(id: ArticleId, bytes: Uint8Array): void {
    this.write(join(this.paths.marks, `${marksFileName(id)}.json`), bytes);
    this.record.newerMarks.push(id);
  }

  original(name: string): ReturnType<Stage['original']> {
    const file = this.fs.create(join(this.paths.originals, name));
    this.record.originals.push(name);
    return {
      take: (piece) => writeAll(this.fs, file, piece),
      end: () => this.endFile(file, () => undefined),
    };
  }

  asset(id: ArticleId, sha256: string): ReturnType<Stage['asset']> {
    return this.pictures.take(id, sha256);
  }

  finish(): void {
    const { paths, summaries } = this;
    this.writePart();
    if (summaries.length > 0) this.write(paths.summaries, Buffer.concat(summaries));
    this.write(paths.prepared, encodeRecord(this.record, this.now()));
    for (const folder of [paths.articles, paths.originals, paths.marks, paths.next])
      this.fs.syncFolder(folder);
  }

  private write(path: string, bytes: Uint8Array): void {
    const file = this.fs.create(path);
    this.endFile(file, () => writeAll(this.fs, file, bytes));
    if (!equalBytes(this.fs.read(path), bytes))
      throw Object.assign(new Error('read back other bytes'), { code: 'EIO' });
  }

  private endFile(file: OpenFile, act: () => void): void {
    try {
      act();
      this.fs.sync(file);
    } finally {
      this.fs.close(file);
    }
  }

  private writeArticle(id: ArticleId, files: Readonly<Record<string, Uint8Array>>): void {
    const folder = join(this.paths.articles, id);
    this.fs.makeFolder(folder);
    for (const [name, bytes] of Object.entries(files)) this.write(join(folder, name), bytes);
    this.fs.syncFolder(folder);
  }

  private filesOf(article: Article, carried: Carried | null): Readonly<Record<string, Uint8Array>> {
    return {
      'article.json': encodeOwn(article, this.now(), carried),
      'details.json': encodeDetails(article, this.now(), carried),
    };
  }

  private addSummary(summary: ArticleSummary): void {
    this.summaries.push(encodeSummary(summary, this.now()));
  }

  /** The second copy of the details of a newer version's article, as far as this version reads it. */
  private detailsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
    const decoded = decodeOwn(bytes);
    if (decoded.kind !== 'article') return {};
    this.addSummary(summarize(decoded.article));
    this.pictures.put(decoded.article);
    return { 'details.json': encodeDetails(decoded.article, this.now(), decoded.carried) };
  }

  private writePart(): void {
    if (this.lines.length === 0) return;
    this.write(join(this.paths.marks, partName((this.parts += 1))), Buffer.concat(this.lines));
    this.lines = [];
    this.lineBytes = 0;
  }
}

const PART_NAME = /^part-\d{6}\.jsonl$/;
const partName = (number: number): string => `part-${String(number).padStart(6, '0')}.jsonl`;

/** Lists the files of the prepared marks in their order. */
export const listParts = (fs: FileSystem, { marks }: RestorePaths): readonly string[] =>
  fs.list(marks).filter((name) => PART_NAME.test(name));
