import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { BackupOffer, DatedBackup } from '#shared/domain/backup.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import { restoreSettings } from '#shared/domain/settings.ts';
import { translate } from '#shared/i18n/translate.ts';
import { storePaths } from '../store/paths.ts';
import { dropOldSafetyCopies, listDatedBackups, readDatedName } from './dated-backups.ts';
import { BACKUP_EXTENSION } from './manifest.ts';
import type { ArchiveError, Written } from './process/client.ts';
import type { CopySource } from './process/protocol.ts';
import {
  type BackupParts,
  type NoRoom,
  type OfferError,
  type Offered,
  type RestoreError,
  forgetPrepared,
  replaceLibrary,
  writeBackup,
} from './replace-library.ts';

interface WrittenBackup extends Written {
  /** The path that the reader chose. */
  readonly path: string;
}

/** Writes the whole library into one file and restores it. Nothing is replaced unless the reader agreed. */
export interface Backup {
  /** Asks for a path and writes the backup there; returns `null` when the reader cancels. */
  write(): Promise<Result<WrittenBackup | null, ArchiveError>>;
  /** Asks for a file and returns what it would change; `null` when the reader cancels at any time. */
  choose(): Promise<Result<BackupOffer | null, OfferError>>;
  /** Reads a file that the system gave to the app. The window then calls `opened`. */
  open(path: string): void;
  /** Returns what `open` found, only once; `null` when no file was opened. */
  opened(): Promise<Result<BackupOffer | null, OfferError>>;
  /** Returns the dated copies that the app made by itself, the newest first. */
  dated(): Result<DatedBackup[], NotListed>;
  inspect(name: string): Promise<Result<BackupOffer | null, OfferError>>;
  /** Stops the reading of a copy, as if the reader had chosen none. */
  cancel(): void;
  /** Makes a dated copy of the present library, and then restores the offered copy completely or not at all. */
  restore(
    token: string,
    options: { readonly withSettings: boolean },
  ): Promise<Result<null, RestoreError>>;
}

/** The disk cannot list the folder of the dated copies. */
interface NotListed extends Coded {
  readonly code: 'backup/not-listed';
  readonly params: { readonly folder: string };
}

type Answer = Promise<Result<BackupOffer | null, OfferError>>;

/** Space for the dated copy before a restore and for other work, in addition to what the restore writes, bytes. */
const SPARE_BYTES = 50_000_000;
const MEGABYTE = 1_000_000;

/** What one backup service remembers between its calls. */
interface Memory {
  /** The copy that the reader was asked about last. */
  offered: Offered | null;
}

export function createBackup(parts: BackupParts): Backup {
  const { dialogs, reader } = parts;
  const memory: Memory = { offered: null };
  let waiting: Answer | null = null;
  const readFile = (path: string): Answer =>
    readOffer(parts, memory, {
      name: basename(path),
      source: { kind: 'file', path },
      isOwnCopy: false,
    });
  return {
    write: () => write(parts),
    async choose() {
      const path = await dialogs.chooseSource({ title: translate('backup.choose'), kind: kind() });
      return path === null ? succeed(null) : readFile(path);
    },
    open(path) {
      waiting = readFile(path);
      parts.onOpened();
    },
    async opened() {
      const found = waiting ?? succeed(null);
      waiting = null;
      return found;
    },
    dated: () => dated(parts),
    async inspect(name) {
      const source = sourceOfDated(parts, name);
      if (!source) return fail({ code: 'store/no-such-backup' });
      return readOffer(parts, memory, { name, source, isOwnCopy: true });
    },
    cancel: () => reader.cancel(),
    restore: (token, { withSettings }) => restore(parts, memory, { token, withSettings }),
  };
}

function dated({ fs, dataFolder }: BackupParts): Result<DatedBackup[], NotListed> {
  try {
    return succeed([...listDatedBackups(fs, dataFolder)]);
  } catch {
    const folder = storePaths(dataFolder).backups;
    return fail({ code: 'backup/not-listed', params: { folder } });
  }
}

/** Returns the kind of file for a dialog. It is translated at each call, because the language may have changed. */
const kind = () => ({ name: translate('backup.kind'), extensions: [BACKUP_EXTENSION] });

async function write(parts: BackupParts): ReturnType<Backup['write']> {
  const day = parts.now().toISOString().slice(0, 10);
  const path = await parts.dialogs.chooseTarget({
    title: translate('backup.write'),
    suggestedName: `${translate('app.name')} ${day}.${BACKUP_EXTENSION}`,
    kind: kind(),
  });
  if (path === null) return succeed(null);
  const written = await writeBackup(parts, path, true);
  return written.ok ? succeed({ path, ...written.value }) : written;
}

interface Copy {
  readonly name: string;
  readonly source: CopySource;
  readonly isOwnCopy: boolean;
}

/** Reads a copy and returns what it would change; changes nothing. */
async function readOffer(
  parts: BackupParts,
  memory: Memory,
  { name, source, isOwnCopy }: Copy,
): Answer {
  const { own, dataFolder, reader } = parts;
  const { readOnly: reason } = own;
  if (reason) return fail({ code: 'backup/not-restored', params: { reason } });
  parts.onReading(true);
  const read = await reader.run({ source, dataFolder, prepare: false });
  parts.onReading(false);
  if (!read.ok) return read.error.code === 'backup/cancelled' ? succeed(null) : read;
  const tooLittle = findRoom(parts, read.value.neededBytes);
  if (tooLittle) return fail(tooLittle);
  memory.offered = { token: randomUUID(), source, found: read.value };
  return succeed(toOffer(memory.offered, name, isOwnCopy));
}

/** Returns where a dated copy is; `null` when there is none of this name. */
function sourceOfDated({ store, dataFolder }: BackupParts, name: string): CopySource | null {
  const dated = readDatedName(name);
  if (!dated) return null;
  if (dated.kind === 'before-restore')
    return { kind: 'file', path: join(storePaths(dataFolder).backups, name) };
  if (!store.backups().includes(name)) return null;
  return { kind: 'folder', name, createdAt: dated.createdAt };
}

async function restore(
  parts: BackupParts,
  memory: Memory,
  { token, withSettings }: { readonly token: string; readonly withSettings: boolean },
): Promise<Result<null, RestoreError>> {
  const { offered } = memory;
  if (offered?.token !== token) return fail({ code: 'backup/offer-gone' });
  const { settings } = offered.found;
  const replaced = await replaceLibrary(parts, offered);
  forgetPrepared(parts);
  if (!replaced.ok) return replaced;
  memory.offered = null;
  dropOldSafetyCopies(parts.fs, parts.dataFolder);
  if (!withSettings || settings === null) return succeed(null);
  const changed = await parts.settings.change(restoreSettings(settings));
  return changed.ok ? succeed(null) : fail({ code: 'backup/settings-not-saved' });
}

function toOffer({ token, found }: Offered, name: string, isOwnCopy: boolean): BackupOffer {
  return { ...found.question, token, name, isOwnCopy, hasSettings: found.settings !== null };
}

/** Returns how much space is missing for a restore; `null` when there is enough. */
function findRoom({ fs, dataFolder }: BackupParts, neededBytes: number): NoRoom | null {
  const needed = neededBytes + SPARE_BYTES;
  const free = fs.freeBytes(dataFolder);
  if (free >= needed) return null;
  const params = { neededMb: Math.ceil(needed / MEGABYTE), freeMb: Math.floor(free / MEGABYTE) };
  return { code: 'backup/no-room', params };
}
