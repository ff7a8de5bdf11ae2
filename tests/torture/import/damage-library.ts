import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownPaths } from '#main/library/own-paths.ts';
import { encodeFramed } from '#main/disk/framed-json.ts';
import { marksFileName, storePaths } from '#main/store/paths.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { hashOf } from './torture-library.ts';
import { seededRandom } from '../../support/seeded-random.ts';

export const KINDS = ['cut', 'flipped', 'newer', 'emptied', 'removed'] as const;
export const TARGETS = [
  'article',
  'details',
  'catalogue',
  'marks',
  'second marks',
  'journal',
  'original',
] as const;
export type Target = (typeof TARGETS)[number];

/** What was done to one file. */
export interface Damage {
  readonly target: Target;
  readonly kind: (typeof KINDS)[number];
  readonly articleId: ArticleId;
  readonly path: string;
  /** The bytes before the damage. */
  readonly good: Uint8Array;
  /** SHA-256 of the bytes afterwards; `null` for no file. */
  readonly after: string | null;
}

/** Returns whole numbers from 0 to below a limit, the same ones for the same seed. */
export function createChance(seed: number): (limit: number) => number {
  const random = seededRandom(seed);
  return (limit) => Math.floor(random() * limit);
}

/** Returns the file of a target; `null` when none exists now. */
export function pathOf(
  data: string,
  target: Target,
  { articleId, original }: { articleId: ArticleId; original: string },
): string | null {
  const { library, originals } = ownPaths(data);
  const { marks, journal } = storePaths(data);
  const file = join(marks, `${marksFileName(articleId)}.json`);
  const last = (folder: string, start: string): string | null => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const found = names
      .filter((name) => name.startsWith(start))
      .toSorted()
      .at(-1);
    return found === undefined ? null : join(folder, found);
  };
  const path = {
    article: join(library, articleId, 'article.json'),
    details: join(library, articleId, 'details.json'),
    catalogue: last(library, 'catalogue-'),
    marks: file,
    'second marks': `${file}.bak`,
    journal: last(journal, 'journal-'),
    original: join(originals, original),
  }[target];
  return path !== null && existsSync(path) ? path : null;
}

/**
 * Damages a file. The journal loses no line, because it may hold the only copy of a change; a damaged or newer line is
 * added instead.
 */
export function damage(
  { target, kind, articleId, path }: Pick<Damage, 'target' | 'kind' | 'articleId' | 'path'>,
  chance: (limit: number) => number,
): Damage {
  const good = readFileSync(path);
  const bytes =
    target === 'journal'
      ? addToJournal(good, kind, { articleId, chance })
      : damaged(good, target, { kind, chance });
  if (bytes === null) rmSync(path);
  else writeFileSync(path, bytes);
  return { target, kind, articleId, path, good, after: bytes && hashOf(bytes) };
}

function damaged(
  good: Buffer,
  target: Target,
  { kind, chance }: { kind: Damage['kind']; chance: (limit: number) => number },
): Buffer | null {
  switch (kind) {
    case 'removed':
      return null;
    case 'emptied':
      return Buffer.alloc(0);
    case 'cut':
      return good.subarray(0, chance(good.length));
    case 'newer':
      if (target === 'catalogue') return Buffer.from('9 0000000000000000 {"put":{}}\n');
      if (target === 'original') return Buffer.concat([good, Buffer.from('x')]);
      return Buffer.from(newer(good));
    case 'flipped': {
      const bytes = Buffer.from(good);
      const at = chance(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
      return bytes;
    }
  }
}

/** Tells whether a file can be rewritten as by a newer version. One that is still damaged cannot be read. */
export function canBeNewer(target: Target, path: string): boolean {
  if (target === 'journal' || target === 'catalogue' || target === 'original') return true;
  try {
    newer(readFileSync(path));
    return true;
  } catch {
    return false;
  }
}

/** Returns the same file as a newer version would write it, with an unknown field. */
function newer(good: Buffer): string {
  const { body } = JSON.parse(good.toString('utf8')) as { body: { data: object } };
  return encodeFramed({ ...body, schemaVersion: 9, data: { ...body.data, mood: 'calm' } });
}

/** Returns the note by which the annotation of a newer version is recognised. */
export const foreignText = (articleId: string): string => `newer mark of ${articleId}`;

function addToJournal(
  good: Buffer,
  kind: Damage['kind'],
  { articleId, chance }: { articleId: ArticleId; chance: (limit: number) => number },
): Buffer {
  const end = good.length === 0 || good.at(-1) === 0x0a ? '' : '\n';
  const line = foreignLine(articleId, chance);
  const added = {
    newer: line,
    cut: line.slice(0, 1 + chance(line.length - 2)),
    flipped: line.replace('doubt', 'dount'),
    emptied: '\n',
    removed: '\0\0\0\0\n',
  }[kind];
  return Buffer.concat([good, Buffer.from(`${end}${added}`, 'utf8')]);
}

/** Returns a valid journal line with a mark of an unknown meaning. */
function foreignLine(articleId: ArticleId, chance: (limit: number) => number): string {
  const digits = String(chance(1e9)).padStart(12, '0');
  const annotation = {
    id: `00000000-0000-4000-9000-${digits}`,
    meaning: 'doubt',
    note: foreignText(articleId),
  };
  const change = { kind: 'put-annotation', articleId, at: '2031-01-01T00:00:00.000Z', annotation };
  const json = JSON.stringify({ sequence: 1_000_000 + chance(1e6), change });
  const sum = createHash('sha256').update(`2 ${json}`, 'utf8').digest('hex').slice(0, 16);
  return `2 ${sum} ${json}\n`;
}
