import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import { type FileSystem, discard, refusalReason, temporaryBeside } from '../disk/file-system.ts';
import { createPace } from '../disk/turns.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { FileDialogs } from '../marks-exchange/files.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { MarksPast, MarksWhole } from '../store/marks-store.ts';
import { storePaths } from '../store/paths.ts';
import { type NotRestored, type Restored, bringBack, settleRestore } from './bring-back.ts';
import { safetyCopyName } from './dated-backups.ts';
import type { Inspection } from './inspection.ts';
import type { ArchiveError, CopyError, CopyReader, Written } from './process/client.ts';
import type { CopySource } from './process/protocol.ts';
import { restorePaths } from './restore-record.ts';

interface OfferGone extends Coded {
  readonly code: 'backup/offer-gone' | 'backup/library-changed' | 'store/no-such-backup';
}

/** The disk has less free space than the restore needs. */
export interface NoRoom extends Coded {
  readonly code: 'backup/no-room';
  readonly params: { readonly neededMb: number; readonly freeMb: number };
}

/** Everything in the copy except the settings was restored. */
interface SettingsLeft extends Coded {
  readonly code: 'backup/settings-not-saved';
}

/** Why a copy cannot be offered. */
export type OfferError = CopyError | OfferGone | NoRoom | NotRestored;
/** Why a copy was not restored, or not completely. */
export type RestoreError = OfferError | ArchiveError | SettingsLeft;

/** What backups and restores work with. */
export interface BackupParts {
  readonly store: Pick<MarksWhole, 'startReplacement' | 'reread'> & Pick<MarksPast, 'backups'>;
  readonly own: Pick<OwnArticles, 'readOnly' | 'expectChanges' | 'reread'>;
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

/** A copy that the reader was asked about. */
export interface Offered {
  readonly token: string;
  readonly source: CopySource;
  readonly found: Inspection;
}

/** Writes a backup; an incomplete file is removed. @param path absolute */
export async function writeBackup(
  parts: BackupParts,
  path: string,
  withOriginals: boolean,
): Promise<Result<Written, ArchiveError>> {
  const { appVersion, dataFolder, fs, reader } = parts;
  const temporary = temporaryBeside(path);
  const request = { dataFolder, path, temporary, withOriginals, appVersion };
  const written = await reader.write({ ...request, settings: parts.settings.get() });
  // A process that was ended leaves an incomplete file.
  if (!written.ok) discard(fs, temporary);
  return written;
}

/** Prepares everything that the copy changes, and fails if that is no longer what the reader agreed to. */
async function prepare(
  { fs, dataFolder, reader }: BackupParts,
  { source, found }: Offered,
): Promise<Result<null, OfferError>> {
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

/** Removes what was prepared for a restore that was not carried out. */
export function forgetPrepared({ fs, dataFolder }: BackupParts): void {
  try {
    if (!fs.exists(restorePaths(dataFolder).record))
      fs.removeFolder(restorePaths(dataFolder).folder);
  } catch {
    // The next start, or the next restore, removes the folder.
  }
}

/** Makes a dated copy of the present library. */
async function keepPresent(parts: BackupParts): Promise<Result<Written, ArchiveError>> {
  const { fs, dataFolder, now } = parts;
  const { backups } = storePaths(dataFolder);
  try {
    fs.makeFolder(backups);
  } catch (error) {
    return fail({ code: 'exchange/not-written', params: { reason: refusalReason(error) } });
  }
  return writeBackup(parts, join(backups, safetyCopyName(now())), false);
}

/** Makes a dated copy of the present library, and then restores an offered copy completely or not at all. */
export async function replaceLibrary(
  parts: BackupParts,
  of: Offered,
): Promise<Result<null, RestoreError>> {
  const prepared = await prepare(parts, of);
  if (!prepared.ok) return prepared;
  const kept = await keepPresent(parts);
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
