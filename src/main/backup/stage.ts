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
import { type RestoreRecord, type RestorePaths, encodeRecord } from './restore-record.ts';
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
  /** Writes the list of everything that must be moved. */
  finish(): void;
}

/** @throws the system's error, from every step */
export function createStage(fs: FileSystem, paths: RestorePaths, now: () => Date): Stage {
  const record = { added: [], replaced: [], originals: [], newerMarks: [] } as {
    [Key in keyof RestoreRecord]: RestoreRecord[Key][number][];
  };
  let lines: Uint8Array[] = [];
  const summaries: Uint8Array[] = [];
  let [lineBytes, parts] = [0, 0];
  for (const folder of [paths.articles, paths.originals, paths.marks]) fs.makeFolder(folder);

  function write(path: string, bytes: Uint8Array): void {
    const file = fs.create(path);
    endFile(file, () => writeAll(fs, file, bytes));
    if (!equalBytes(fs.read(path), bytes))
      throw Object.assign(new Error('read back other bytes'), { code: 'EIO' });
  }

  function endFile(file: OpenFile, act: () => void): void {
    try {
      act();
      fs.sync(file);
    } finally {
      fs.close(file);
    }
  }

  function writeArticle(id: ArticleId, files: Readonly<Record<string, Uint8Array>>): void {
    const folder = join(paths.articles, id);
    fs.makeFolder(folder);
    for (const [name, bytes] of Object.entries(files)) write(join(folder, name), bytes);
    fs.syncFolder(folder);
  }

  const filesOf = (article: Article, carried: Carried | null) => ({
    'article.json': encodeOwn(article, now(), carried),
    'details.json': encodeDetails(article, now(), carried),
  });

  function addSummary(summary: ArticleSummary): void {
    summaries.push(encodeSummary(summary, now()));
  }

  /** The second copy of the details of a newer version's article, as far as this version reads it. */
  function detailsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
    const decoded = decodeOwn(bytes);
    if (decoded.kind !== 'article') return {};
    addSummary(summarize(decoded.article));
    return { 'details.json': encodeDetails(decoded.article, now(), decoded.carried) };
  }

  function writePart(): void {
    if (lines.length === 0) return;
    write(join(paths.marks, partName((parts += 1))), Buffer.concat(lines));
    [lines, lineBytes] = [[], 0];
  }

  return {
    add(article) {
      addSummary(summarize(article));
      writeArticle(article.id, filesOf(article, null));
      record.added.push(article.id);
    },
    replace(article, carried) {
      addSummary(summarize(article));
      writeArticle(article.id, filesOf(article, carried));
      record.replaced.push(article.id);
    },
    adopt(id, bytes) {
      writeArticle(id, { 'article.json': bytes, ...detailsOf(bytes) });
      record.added.push(id);
    },
    marks(articleId, state) {
      for (const piece of piecesOf(articleId, state, now())) {
        const line = Buffer.from(encodeFramed(piece), 'utf8');
        lines.push(line);
        lineBytes += line.length;
        if (lineBytes >= PART_BYTES) writePart();
      }
    },
    newerMarks(id, bytes) {
      write(join(paths.marks, `${marksFileName(id)}.json`), bytes);
      record.newerMarks.push(id);
    },
    original(name) {
      const file = fs.create(join(paths.originals, name));
      record.originals.push(name);
      return {
        take: (piece) => writeAll(fs, file, piece),
        end: () => endFile(file, () => undefined),
      };
    },
    finish() {
      writePart();
      if (summaries.length > 0) write(paths.summaries, Buffer.concat(summaries));
      write(paths.prepared, encodeRecord(record, now()));
      for (const folder of [paths.articles, paths.originals, paths.marks, paths.next])
        fs.syncFolder(folder);
    },
  };
}

const PART_NAME = /^part-\d{6}\.jsonl$/;
const partName = (number: number): string => `part-${String(number).padStart(6, '0')}.jsonl`;

/** Lists the files of the prepared marks in their order. */
export const listParts = (fs: FileSystem, { marks }: RestorePaths): readonly string[] =>
  fs.list(marks).filter((name) => PART_NAME.test(name));
