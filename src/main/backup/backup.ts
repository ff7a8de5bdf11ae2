import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { BackupOffer, DatedBackup } from '#shared/domain/backup.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { restoreSettings } from '#shared/domain/settings.ts';
import { translate } from '#shared/i18n/translate.ts';
import { storePaths } from '../store/paths.ts';
import { dropOldSafetyCopies, listDatedBackups, readDatedName } from './dated-backups.ts';
import { BACKUP_EXTENSION } from './manifest.ts';
import type { ArchiveError } from './process/client.ts';
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

/** Writes the whole library into one file and restores it. Nothing is replaced unless the reader agreed. */
export interface Backup {
  /** Asks for a path and writes the backup there; returns the path, or `null` when the reader cancels. */
  write(): Promise<Result<string | null, ArchiveError>>;
  /** Asks for a file and returns what it would change; `null` when the reader cancels at any time. */
  choose(): Promise<Result<BackupOffer | null, OfferError>>;
  /** Reads a file that the system gave to the app. The window then calls `opened`. */
  open(path: string): void;
  /** Returns what `open` found, only once; `null` when no file was opened. */
  opened(): Promise<Result<BackupOffer | null, OfferError>>;
  /** Returns the dated copies that the app made by itself, the newest first. */
  dated(): readonly DatedBackup[];
  inspect(name: string): Promise<Result<BackupOffer | null, OfferError>>;
  /** Stops the reading of a copy, as if the reader had chosen none. */
  cancel(): void;
  /** Makes a dated copy of the present library, and then restores the offered copy completely or not at all. */
  restore(
    token: string,
    options: { readonly withSettings: boolean },
  ): Promise<Result<null, RestoreError>>;
}

type Answer = Promise<Result<BackupOffer | null, OfferError>>;

/** Space for the dated copy before a restore and for other work, in addition to what the restore writes, bytes. */
const SPARE_BYTES = 50_000_000;
const MEGABYTE = 1_000_000;

export function createBackup(parts: BackupParts): Backup {
  const { store, own, fs, dataFolder, dialogs, now, reader } = parts;
  let offered: Offered | null = null;
  let waiting: Answer | null = null;

  // The words are translated at each call, because the reader may have changed the language.
  const kind = () => ({ name: translate('backup.kind'), extensions: [BACKUP_EXTENSION] });

  /** Reads a copy and returns what it would change; changes nothing. */
  async function readOffer(name: string, source: CopySource, isOwnCopy: boolean): Answer {
    if (!own.isWriter)
      return fail({ code: 'backup/not-restored', params: { reason: 'read-only' } });
    parts.onReading(true);
    const read = await reader.run({ source, dataFolder, prepare: false });
    parts.onReading(false);
    if (!read.ok) return read.error.code === 'backup/cancelled' ? succeed(null) : read;
    const tooLittle = findRoom(parts, read.value.neededBytes);
    if (tooLittle) return fail(tooLittle);
    offered = { token: randomUUID(), source, found: read.value };
    return succeed(toOffer(offered, name, isOwnCopy));
  }

  const readFile = (path: string): Answer =>
    readOffer(basename(path), { kind: 'file', path }, false);

  return {
    async write() {
      const path = await dialogs.chooseTarget({
        title: translate('backup.write'),
        suggestedName: `${translate('app.name')} ${now().toISOString().slice(0, 10)}.${BACKUP_EXTENSION}`,
        kind: kind(),
      });
      if (path === null) return succeed(null);
      const written = await writeBackup(parts, path, true);
      return written.ok ? succeed(path) : written;
    },

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

    dated: () => listDatedBackups(fs, dataFolder),

    async inspect(name) {
      const dated = readDatedName(name);
      if (!dated) return fail({ code: 'store/no-such-backup' });
      if (dated.kind === 'before-restore') {
        const path = join(storePaths(dataFolder).backups, name);
        return readOffer(name, { kind: 'file', path }, true);
      }
      if (!store.backups().includes(name)) return fail({ code: 'store/no-such-backup' });
      const { createdAt } = dated;
      return readOffer(name, { kind: 'folder', name, createdAt }, true);
    },

    cancel: () => reader.cancel(),

    async restore(token, { withSettings }) {
      if (offered?.token !== token) return fail({ code: 'backup/offer-gone' });
      const { settings } = offered.found;
      const replaced = await replaceLibrary(parts, offered);
      forgetPrepared(parts);
      if (!replaced.ok) return replaced;
      offered = null;
      dropOldSafetyCopies(fs, dataFolder);
      if (!withSettings || settings === null) return succeed(null);
      const changed = await parts.settings.change(restoreSettings(settings));
      return changed.ok ? succeed(null) : fail({ code: 'backup/settings-not-saved' });
    },
  };
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
