import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import type { BackupOffer, DatedBackup } from '#shared/domain/backup.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import { restoreSettings } from '#shared/domain/settings.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { FileDialogs } from '../marks-exchange/files.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { SettingsService } from '../settings/settings.ts';
import { type FileSystem, discard, refusalReason, temporaryBeside } from '../disk/file-system.ts';
import type { MarksPast, MarksWhole } from '../store/marks-store.ts';
import { storePaths } from '../store/paths.ts';
import { createPace } from '../disk/turns.ts';
import { type NotRestored, type Restored, bringBack, settleRestore } from './bring-back.ts';
import {
  dropOldSafetyCopies,
  listDatedBackups,
  readDatedName,
  safetyCopyName,
} from './dated-backups.ts';
import type { Inspection } from './inspection.ts';
import { BACKUP_EXTENSION } from './manifest.ts';
import type { ArchiveError, CopyError, CopyReader } from './process/client.ts';
import type { CopySource } from './process/protocol.ts';
import { restorePaths } from './restore-record.ts';

interface OfferGone extends Coded {
  readonly code: 'backup/offer-gone' | 'backup/library-changed' | 'store/no-such-backup';
}

/** The disk has less free space than the restore needs. */
interface NoRoom extends Coded {
  readonly code: 'backup/no-room';
  readonly params: { readonly neededMb: number; readonly freeMb: number };
}

/** Everything in the copy except the settings was restored. */
interface SettingsLeft extends Coded {
  readonly code: 'backup/settings-not-saved';
}

type OfferError = CopyError | OfferGone | NoRoom | NotRestored;
type RestoreError = OfferError | ArchiveError | SettingsLeft;

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

interface Parts {
  readonly store: Pick<MarksWhole, 'startReplacement' | 'reread'> & Pick<MarksPast, 'backups'>;
  readonly own: Pick<OwnArticles, 'isWriter' | 'expectChanges' | 'reread'>;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly settings: SettingsService;
  readonly dialogs: FileDialogs;
  readonly reader: CopyReader;
  readonly appVersion: string;
  /** Called for each article whose marks may have changed by a restore. */
  readonly onMarks: (articleId: ArticleId) => void;
  /** Called after an own article was restored; its file is on the disk. */
  readonly onArticle: (articleId: ArticleId) => void;
  /** Called once at the end of a restore. If the window reloaded after each article, it would do so hundreds of times. */
  readonly onRestored: (restored: Restored) => void;
  /** Called when a file was opened from outside the window. */
  readonly onOpened: () => void;
  /** Called when the reading of a copy begins and when it ends. */
  readonly onReading: (isReading: boolean) => void;
}

interface Offered {
  readonly token: string;
  readonly source: CopySource;
  readonly found: Inspection;
}

type Answer = Promise<Result<BackupOffer | null, OfferError>>;

/** Space for the dated copy before a restore and for other work, in addition to what the restore writes, bytes. */
const SPARE_BYTES = 50_000_000;
const MEGABYTE = 1_000_000;

export function createBackup(parts: Parts): Backup {
  const { store, own, fs, dataFolder, dialogs, now, reader } = parts;
  let offered: Offered | null = null;
  let waiting: Answer | null = null;

  // The words are translated at each call, because the reader may have changed the language.
  const kind = () => ({ name: translate('backup.kind'), extensions: [BACKUP_EXTENSION] });

  async function writeTo(
    path: string,
    withOriginals: boolean,
  ): Promise<Result<null, ArchiveError>> {
    const { appVersion } = parts;
    const temporary = temporaryBeside(path);
    const request = { dataFolder, path, temporary, withOriginals, appVersion };
    const written = await reader.write({ ...request, settings: parts.settings.get() });
    // A process that was ended leaves an incomplete file.
    if (!written.ok) discard(fs, temporary);
    return written;
  }

  /** Reads a copy and returns what it would change; changes nothing. */
  async function readOffer(name: string, source: CopySource, isOwnCopy: boolean): Answer {
    if (!own.isWriter)
      return fail({ code: 'backup/not-restored', params: { reason: 'read-only' } });
    parts.onReading(true);
    const read = await reader.run({ source, dataFolder, prepare: false });
    parts.onReading(false);
    if (!read.ok) return read.error.code === 'backup/cancelled' ? succeed(null) : read;
    const tooLittle = findRoom(read.value.neededBytes);
    if (tooLittle) return fail(tooLittle);
    offered = { token: randomUUID(), source, found: read.value };
    return succeed(toOffer(offered, name, isOwnCopy));
  }

  function findRoom(neededBytes: number): NoRoom | null {
    const needed = neededBytes + SPARE_BYTES;
    const free = fs.freeBytes(dataFolder);
    if (free >= needed) return null;
    const params = { neededMb: Math.ceil(needed / MEGABYTE), freeMb: Math.floor(free / MEGABYTE) };
    return { code: 'backup/no-room', params };
  }

  const readFile = (path: string): Answer =>
    readOffer(basename(path), { kind: 'file', path }, false);

  /** Prepares everything that the copy changes, and fails if that is no longer what the reader agreed to. */
  async function prepare({ source, found }: Offered): Promise<Result<null, OfferError>> {
    if (!settleRestore({ fs, dataFolder }))
      return fail({ code: 'backup/unfinished', params: { reason: 'other' } });
    try {
      fs.removeFolder(restorePaths(dataFolder).folder);
    } catch (error) {
      return fail({ code: 'backup/not-restored', params: { reason: refusalReason(error) } });
    }
    const prepared = await reader.run({ source, dataFolder, prepare: true });
    if (!prepared.ok) return prepared;
    if (prepared.value.fingerprint === found.fingerprint) return succeed(null);
    return fail({ code: 'backup/library-changed' });
  }

  function forgetPrepared(): void {
    try {
      if (!fs.exists(restorePaths(dataFolder).record))
        fs.removeFolder(restorePaths(dataFolder).folder);
    } catch {
      // The next start, or the next restore, removes the folder.
    }
  }

  /** Makes a dated copy of the present library. */
  async function keepPresent(): Promise<Result<null, ArchiveError>> {
    const { backups } = storePaths(dataFolder);
    try {
      fs.makeFolder(backups);
    } catch (error) {
      return fail({ code: 'exchange/not-written', params: { reason: refusalReason(error) } });
    }
    return writeTo(join(backups, safetyCopyName(now())), false);
  }

  async function replaceLibrary(of: Offered): Promise<Result<null, RestoreError>> {
    const prepared = await prepare(of);
    if (!prepared.ok) return prepared;
    const kept = await keepPresent();
    if (!kept.ok) return kept;
    const restored = await bringBack(parts);
    if (!restored.ok) return restored;
    const pace = createPace();
    for (const articleId of restored.value.articles) {
      parts.onArticle(articleId);
      await pace();
    }
    for (const articleId of restored.value.marks) {
      parts.onMarks(articleId);
      await pace();
    }
    parts.onRestored(restored.value);
    return succeed(null);
  }

  return {
    async write() {
      const path = await dialogs.chooseTarget({
        title: translate('backup.write'),
        suggestedName: `${translate('app.name')} ${now().toISOString().slice(0, 10)}.${BACKUP_EXTENSION}`,
        kind: kind(),
      });
      if (path === null) return succeed(null);
      const written = await writeTo(path, true);
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
      const replaced = await replaceLibrary(offered);
      forgetPrepared();
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
