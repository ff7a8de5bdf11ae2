import { join } from 'node:path';
import type { DatedBackup } from '#shared/domain/backup.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { storePaths } from '../store/paths.ts';

/** How many of the newest copies made before a restore are kept. */
const KEPT_SAFETY_COPIES = 5;

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(-before-v\d+)?(-before-restore\.hashiya)?$/;

/** Returns a name such as `2026-01-31T12-00-00Z-before-restore.hashiya`. */
export const safetyCopyName = (now: Date): string =>
  `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z-before-restore.hashiya`;

/** Returns what the name of a dated copy says; `null` for any other file. */
export function readDatedName(name: string): DatedBackup | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, day, hour, minute, second, migration, safety] = match;
  const createdAt = `${day}T${hour}:${minute}:${second}Z`;
  if (Number.isNaN(Date.parse(createdAt))) return null;
  if (safety) return { name, createdAt, kind: 'before-restore' };
  return { name, createdAt, kind: migration ? 'before-migration' : 'daily' };
}

/** Returns every dated copy in the data folder, the newest first. */
export function listDatedBackups(fs: FileSystem, dataFolder: string): readonly DatedBackup[] {
  const found = fs.list(storePaths(dataFolder).backups).map((name) => readDatedName(name));
  return found.filter((each) => each !== null).toReversed();
}

/** Removes all but the newest safety copies. */
export function dropOldSafetyCopies(fs: FileSystem, dataFolder: string): void {
  const { backups } = storePaths(dataFolder);
  const copies = listDatedBackups(fs, dataFolder).filter(({ kind }) => kind === 'before-restore');
  for (const { name } of copies.slice(KEPT_SAFETY_COPIES)) fs.remove(join(backups, name));
}
