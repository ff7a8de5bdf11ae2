import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import {
  type FileSystem,
  type OpenFile,
  discard,
  writeAll,
  writeSafely,
} from '../store/file-system.ts';
import type { OwnPaths } from './own-paths.ts';

/** Version of the lines: a summary of another shape is read from its article again. */
const VERSION = 1;

/** Hex digits of SHA-256 that guard a line. */
const CHECKSUM_DIGITS = 16;

/** Parts that a start may have to read before they are merged into one. */
const MERGE_FROM_PARTS = 4;

const PART_NAME = /^catalogue-(\d{6,})\.log$/;

type Line =
  | { readonly put: ArticleSummary }
  /** The article is about to be changed: what is known of it is not certain until the next `put`. */
  | { readonly touch: ArticleId }
  | { readonly drop: ArticleId };

/**
 * What the list shows of every own article, so that a start need not read them all. A cache: the articles'
 * own files decide, and a missing or damaged line only costs reading one article again.
 */
export interface Catalogue {
  readonly summaries: ReadonlyMap<ArticleId, ArticleSummary>;
  put(summary: ArticleSummary): void;
  /** Durable, so that no power cut leaves old summaries beside changed articles. */
  touch(ids: readonly ArticleId[]): void;
  /** The same for an article that turned out to be damaged: its own folder says what it is from now on. */
  lose(id: ArticleId): void;
  drop(id: ArticleId): void;
  /** Merges the parts when there are many. */
  merge(): void;
  close(): void;
}

/**
 * Reads the catalogue. Its parts are written from their beginning, one for each run of the app.
 *
 * @param isWriter  false while another process may be writing: then nothing is written
 */
export function openCatalogue(
  fs: FileSystem,
  paths: OwnPaths,
  { isWriter }: { isWriter: boolean },
): Catalogue {
  const summaries = new Map<ArticleId, ArticleSummary>();
  const parts = listParts(fs, paths);
  for (const { path } of parts) readPart(fs, path, summaries);
  let nextNumber = (parts.at(-1)?.number ?? 0) + 1;
  let open: OpenFile | null = null;

  function append(line: Line, durable: boolean): void {
    if (!isWriter) return;
    try {
      open ??= startPart();
      writeAll(fs, open, encodeLine(line));
      if (durable) fs.sync(open);
    } catch {
      // A torn line would swallow the next one. A cache may miss a line: the next start reads the article.
      close();
    }
  }

  function startPart(): OpenFile {
    fs.makeFolder(paths.library);
    return fs.create(join(paths.library, partName(nextNumber++)));
  }

  function close(): void {
    if (open === null) return;
    const file = open;
    open = null;
    try {
      fs.close(file);
    } catch {
      // Nothing depends on it.
    }
  }

  return {
    summaries,
    put(summary) {
      summaries.set(summary.id, summary);
      append({ put: summary }, false);
    },
    touch(ids) {
      // The last one makes those before it durable, too.
      for (const [index, id] of ids.entries()) append({ touch: id }, index === ids.length - 1);
    },
    lose(id) {
      if (summaries.delete(id)) append({ touch: id }, true);
    },
    drop(id) {
      if (summaries.delete(id)) append({ drop: id }, false);
    },
    merge() {
      const old = listParts(fs, paths);
      if (old.length < MERGE_FROM_PARTS) return;
      close();
      const name = partName(nextNumber++);
      const lines = [...summaries.values()].map((summary) => encodeLine({ put: summary }));
      fs.makeFolder(paths.next);
      writeSafely(fs, {
        path: join(paths.library, name),
        temporary: join(paths.next, name),
        bytes: Buffer.concat(lines),
      });
      fs.syncFolder(paths.library);
      for (const { path } of old) discard(fs, path);
    },
    close,
  };
}

const partName = (number: number): string => `catalogue-${String(number).padStart(6, '0')}.log`;

function listParts(fs: FileSystem, paths: OwnPaths): { path: string; number: number }[] {
  return listQuietly(fs, paths.library)
    .flatMap((name) => {
      const number = PART_NAME.exec(name)?.[1];
      return number ? [{ path: join(paths.library, name), number: Number(number) }] : [];
    })
    .toSorted((a, b) => a.number - b.number);
}

/** None when the disk refuses: the articles themselves are read instead, or cannot be read either. */
function listQuietly(fs: FileSystem, folder: string): readonly string[] {
  try {
    return fs.list(folder);
  } catch {
    return [];
  }
}

function readPart(fs: FileSystem, path: string, summaries: Map<ArticleId, ArticleSummary>): void {
  let text: string;
  try {
    text = Buffer.from(fs.read(path)).toString('utf8');
  } catch {
    return; // Unreadable: the articles themselves are read instead.
  }
  for (const line of text.split('\n').map(decodeLine)) {
    if (line === null) continue;
    if ('put' in line) summaries.set(line.put.id, line.put);
    else summaries.delete('touch' in line ? line.touch : line.drop);
  }
}

function encodeLine(line: Line): Buffer {
  const json = JSON.stringify(line);
  return Buffer.from(`${VERSION} ${checksum(json)} ${json}\n`, 'utf8');
}

function decodeLine(text: string): Line | null {
  const json = text.slice(2 + CHECKSUM_DIGITS + 1);
  if (text !== `${VERSION} ${checksum(json)} ${json}`) return null;
  // The checksum proves that this is what `encodeLine` wrote in this version.
  return JSON.parse(json) as Line;
}

const checksum = (json: string): string =>
  createHash('sha256').update(json, 'utf8').digest('hex').slice(0, CHECKSUM_DIGITS);
