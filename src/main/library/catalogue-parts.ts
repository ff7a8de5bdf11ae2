import { join } from 'node:path';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { encodeCheckedLine, jsonOfLine } from '../disk/checked-line.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { OwnPaths } from './own-paths.ts';

/** The version of the lines. A line of another version is ignored, and its article is read again. */
const VERSION = 1;

const PART_NAME = /^catalogue-(\d{6,})\.log$/;

/** One line of a part of the catalogue. */
export type Line =
  | { readonly put: ArticleSummary }
  /** The article is about to change, so its summary is uncertain until the next `put`. */
  | { readonly touch: ArticleId }
  | { readonly drop: ArticleId };

export const partName = (number: number): string =>
  `catalogue-${String(number).padStart(6, '0')}.log`;

/** Returns the parts of the catalogue, the oldest first. */
export function listParts(fs: FileSystem, paths: OwnPaths): { path: string; number: number }[] {
  return listOrNone(fs, paths.library)
    .flatMap((name) => {
      const number = PART_NAME.exec(name)?.[1];
      return number ? [{ path: join(paths.library, name), number: Number(number) }] : [];
    })
    .toSorted((a, b) => a.number - b.number);
}

/** Returns an empty list when the disk refuses; the articles are then read themselves. */
function listOrNone(fs: FileSystem, folder: string): readonly string[] {
  try {
    return fs.list(folder);
  } catch {
    return [];
  }
}

/** Reads the lines of a part into the summaries. */
export function readPart(
  fs: FileSystem,
  path: string,
  summaries: Map<ArticleId, ArticleSummary>,
): void {
  let text: string;
  try {
    text = Buffer.from(fs.read(path)).toString('utf8');
  } catch {
    return; // An unreadable part is skipped, and the articles themselves are read instead.
  }
  for (const line of text.split('\n').map(decodeLine)) {
    if (line === null) continue;
    if ('put' in line) summaries.set(line.put.id, line.put);
    else summaries.delete('touch' in line ? line.touch : line.drop);
  }
}

export function encodeLine(line: Line): Buffer {
  return encodeCheckedLine(VERSION, JSON.stringify(line));
}

function decodeLine(text: string): Line | null {
  const json = jsonOfLine(VERSION, text);
  if (json === null) return null;
  // The checksum proves that `encodeLine` of this version wrote the line.
  return JSON.parse(json) as Line;
}
