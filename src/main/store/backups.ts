import { join } from 'node:path';
import { type FileSystem, discard, isTemporary, writeAll } from '../disk/file-system.ts';
import type { StorePaths } from './paths.ts';

/** How many dated copies are kept. Copies made before a migration are kept in addition. */
const KEPT_BACKUPS = 7;

const DAY_MS = 86_400_000;
const PARTIAL = '.partial';
const DAILY_NAME = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)$/;

/** Formats a time as `2026-01-31T12-00-00Z`, which sorts by time and is a valid file name on every system. */
const dateName = (now: Date): string =>
  now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');

/** Returns the names of the complete dated copies, oldest first. */
export const listBackups = (fs: FileSystem, paths: StorePaths): readonly string[] =>
  fs
    .list(paths.backups)
    .filter((name) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-before-v\d+)?$/.test(name));

/** Makes a dated copy of the articles' files when the last one is a day old, and removes the oldest. */
export function backUpDaily(fs: FileSystem, paths: StorePaths, now: Date): void {
  const daily = fs.list(paths.backups).filter((name) => DAILY_NAME.test(name));
  const dayAgo = dateName(new Date(now.getTime() - DAY_MS));
  const newest = daily.at(-1);
  // A date in the future comes from a clock that was wrong, and must not stop the daily copies.
  if (newest !== undefined && newest > dayAgo && newest <= dateName(now)) return;
  copyFolders(fs, paths, dateName(now));
  for (const name of daily.slice(0, Math.max(0, daily.length + 1 - KEPT_BACKUPS)))
    fs.removeFolder(join(paths.backups, name));
}

/** Makes one dated copy of everything before files of an older version are changed. */
export function backUpBeforeMigration(
  fs: FileSystem,
  paths: StorePaths,
  { now, version }: { now: Date; version: number },
): void {
  const suffix = `-before-v${version}`;
  if (fs.list(paths.backups).some((name) => name.endsWith(suffix))) return;
  copyFolders(fs, paths, `${dateName(now)}${suffix}`);
}

/** Removes copies that were interrupted. */
export function removePartialBackups(fs: FileSystem, paths: StorePaths): void {
  for (const name of fs.list(paths.backups)) {
    if (name.endsWith(PARTIAL)) fs.removeFolder(join(paths.backups, name));
    if (isTemporary(name)) discard(fs, join(paths.backups, name));
  }
}

/** Copies under a name that says "partial", and renames the copy when everything is on the disk. */
function copyFolders(fs: FileSystem, paths: StorePaths, name: string): void {
  const partial = join(paths.backups, `${name}${PARTIAL}`);
  fs.removeFolder(partial);
  for (const folder of ['marks', 'journal'] as const) {
    fs.makeFolder(join(partial, folder));
    for (const file of fs.list(paths[folder])) {
      if (/\.(json|bak|log)$/.test(file))
        copyFile(fs, join(paths[folder], file), join(partial, folder, file));
    }
    fs.syncFolder(join(partial, folder));
  }
  fs.syncFolder(partial);
  fs.rename(partial, join(paths.backups, name));
  fs.syncFolder(paths.backups);
}

function copyFile(fs: FileSystem, from: string, to: string): void {
  const file = fs.create(to);
  try {
    writeAll(fs, file, fs.read(from));
    fs.sync(file);
  } finally {
    fs.close(file);
  }
}
