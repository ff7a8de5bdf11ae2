import { join } from 'node:path';
import { backUpBeforeMigration, removePartialBackups } from './backups.ts';
import { type FileSystem, discard, refusalReason } from '../disk/file-system.ts';
import type { Findings } from './findings.ts';
import { SCHEMA_VERSION } from './journal-line.ts';
import { type Lock, type ProcessTable, acquireLock } from './lock.ts';
import { finishMigration, readFolderVersion } from './migration.ts';
import { type StorePaths, V1_TEMPORARY } from './paths.ts';
import type { Quarantine } from './quarantine.ts';
import { type Replay, replaySegments } from './replay.ts';

/** The reader is warned when less than this is free, bytes. */
const LOW_SPACE_BYTES = 50_000_000;

export interface OpenedFolder {
  readonly lock: Lock;
  readonly replay: Replay;
  /** True when files of an older version wait to be rewritten, and are backed up. */
  readonly mayMigrate: boolean;
  /** False when something in the journal could not be copied elsewhere; its segments must then stay. */
  readonly mayCompact: boolean;
}

interface Tools {
  readonly fs: FileSystem;
  readonly paths: StorePaths;
  readonly processes: ProcessTable;
  readonly quarantine: Quarantine;
  readonly findings: Findings;
  readonly now: () => Date;
}

/** Takes the lock of the data folder, removes what interrupted work left, and reads the journal. Never throws. */
export function openFolder(tools: Tools): OpenedFolder {
  const { fs, paths, findings } = tools;
  const lock = takeLock(tools);
  const version = attempt(() => readFolderVersion(fs, paths), 'current');
  const replay = attempt(() => replaySegments(fs, paths.journal), null) ?? unreadableJournal(paths);
  if (version === 'newer' || replay.damage.some(({ kind }) => kind === 'newer')) {
    findings.isNewerFolder = true;
    findings.readOnly = 'newer-version';
  }
  findings.isJournalUnread = replay.unreadable.length > 0;
  if (findings.isJournalUnread) findings.readOnly ??= 'unread-journal';
  if (findings.readOnly) return { lock, replay, mayMigrate: false, mayCompact: false };

  attempt(() => removeLeftOvers(fs, paths), undefined);
  const isKept = attempt(() => keepDamage(tools, replay), false);
  const mayMigrate = attempt(() => prepareMigration(tools, version), false);
  measureSpace(tools);
  return { lock, replay, mayMigrate, mayCompact: isKept && (version !== 'old' || mayMigrate) };
}

function takeLock({ fs, paths, processes, findings }: Tools): Lock {
  let lock: Lock;
  try {
    fs.makeFolder(paths.folder);
    lock = acquireLock(fs, paths.lock, processes);
  } catch (error) {
    lock = { state: 'refused', error };
  }
  if (lock.state === 'busy') findings.readOnly = 'locked';
  if (lock.state === 'refused') findings.readOnly = refusalReason(lock.error);
  return lock;
}

function removeLeftOvers(fs: FileSystem, paths: StorePaths): void {
  if (fs.list(paths.next).length > 0) fs.removeFolder(paths.next);
  for (const folder of [paths.marks, paths.folder]) {
    for (const name of fs.list(folder)) {
      if (V1_TEMPORARY.test(name) || name.startsWith('store.lock.'))
        discard(fs, join(folder, name));
    }
  }
  removePartialBackups(fs, paths);
}

/** Copies damaged lines to the quarantine before compaction removes their segment. */
function keepDamage({ quarantine, findings }: Tools, { damage }: Replay): boolean {
  for (const { kind, bytes, segment } of damage) {
    // A last line that was cut off was never acknowledged, so it is not kept.
    if (kind === 'damaged' && quarantine.keep(segment, bytes)) findings.quarantined++;
  }
  return true;
}

function prepareMigration({ fs, paths, now }: Tools, version: string): boolean {
  if (version === 'none') finishMigration(fs, paths);
  if (version !== 'old') return false;
  backUpBeforeMigration(fs, paths, { now: now(), version: SCHEMA_VERSION });
  return true;
}

function measureSpace({ fs, paths, findings }: Tools): void {
  const freeBytes = attempt(() => fs.freeBytes(paths.folder), Number.POSITIVE_INFINITY);
  if (freeBytes < LOW_SPACE_BYTES) findings.freeMb = Math.floor(freeBytes / 1_000_000);
}

const unreadableJournal = (paths: StorePaths): Replay => ({
  byArticle: new Map(),
  lastSequence: 0,
  damage: [],
  unreadable: [paths.journal],
});

/** Tries a step of the start. If the disk refuses, only that step is skipped, and the start goes on. */
function attempt<Value>(act: () => Value, otherwise: Value): Value {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
