import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import type { BackupOffer, DatedBackup } from '#shared/domain/backup.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type FileDialogs, type NotRead, type NotWritten, readFile } from '../exchange/files.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { SettingsService } from '../settings/settings.ts';
import { refusalReason } from '../store/file-system.ts';
import type { MarksPast, MarksStore, MarksWhole } from '../store/marks-store.ts';
import { storePaths } from '../store/paths.ts';
import { type BringBackError, bringBack } from './bring-back.ts';
import { type Contents, type OwnArticle, countMarks, readContents } from './contents.ts';
import {
  dropOldSafetyCopies,
  listDatedBackups,
  readDatedName,
  safetyCopyName,
} from './dated-backups.ts';
import { type LibraryParts, librarySources } from './library-sources.ts';
import { BACKUP_EXTENSION, BACKUP_VERSION, MAX_BACKUP_BYTES, type Manifest } from './manifest.ts';
import { type Archive, type BackupFileError, openArchive } from './read-archive.ts';
import { ArchiveTooLarge, writeArchive } from './write-archive.ts';

interface OfferGone extends Coded {
  readonly code: 'backup/offer-gone' | 'store/no-such-backup';
}

type OfferError = BackupFileError | NotRead | OfferGone;
type WriteError = NotWritten | { readonly code: 'backup/too-large' };

/** The whole library in one file, and back; nothing is ever replaced without having been asked for. */
export interface Backup {
  /** Asks for a path and writes everything there; answers the path, or `null` when the reader cancels. */
  write(): Promise<Result<string | null, WriteError>>;
  /** Asks for a file and says what is in it; `null` when the reader cancels. */
  choose(): Promise<Result<BackupOffer | null, OfferError>>;
  /** Opens a file that the system gave to the app; the window asks for it with `opened`. */
  open(path: string): void;
  /** What `open` found, once; `null` when nothing was opened. */
  opened(): Result<BackupOffer | null, OfferError>;
  /** Dated copies that the app made by itself, the newest first. */
  dated(): readonly DatedBackup[];
  inspect(name: string): Result<BackupOffer, OfferError>;
  /** Brings an offered copy back, after a dated copy of the present library. */
  restore(
    token: string,
    options: { readonly withSettings: boolean },
  ): Promise<Result<null, OfferGone | WriteError | BringBackError>>;
}

interface Parts extends Omit<LibraryParts, 'settings' | 'own' | 'store'> {
  readonly store: MarksStore & MarksWhole & MarksPast;
  readonly own: OwnArticles;
  readonly settings: SettingsService;
  readonly dialogs: FileDialogs;
  readonly appVersion: string;
  readonly onChange: (articleId: ArticleId) => void;
  /** Called after one of the reader's own articles was brought back. */
  readonly onArticle: (article: OwnArticle) => void;
  /** Called when a file was opened from outside the window. */
  readonly onOpened: () => void;
}

const NOTHING_NEWER: Contents['newer'] = { articles: new Map(), marks: new Map() };

interface Offered {
  readonly token: string;
  readonly contents: Contents;
  readonly archive: Archive | null;
}

export function createBackup(parts: Parts): Backup {
  const { store, fs, dataFolder, dialogs, now } = parts;
  let offered: Offered | null = null;
  let waiting: Result<BackupOffer, OfferError> | null = null;

  // Asked anew each time: the interface may speak another language by then.
  const kind = () => ({ name: translate('backup.kind'), extensions: [BACKUP_EXTENSION] });

  async function writeTo(path: string, withOriginals: boolean): Promise<Result<null, WriteError>> {
    const library = { ...parts, settings: () => parts.settings.get() };
    const describe = (entries: Manifest['entries']): Manifest => ({
      format: 'hashiya-backup',
      version: BACKUP_VERSION,
      createdAt: now().toISOString(),
      app: parts.appVersion,
      entries,
    });
    try {
      await writeArchive(fs, path, librarySources(library, { withOriginals }), (entries) =>
        describe([...entries]),
      );
      return succeed(null);
    } catch (error) {
      if (error instanceof ArchiveTooLarge) return fail({ code: 'backup/too-large' });
      return fail({ code: 'exchange/not-written', params: { reason: refusalReason(error) } });
    }
  }

  function offer(
    { name, createdAt }: Pick<BackupOffer, 'name' | 'createdAt'>,
    contents: Contents,
    archive: Archive | null,
  ): BackupOffer {
    offered = { token: randomUUID(), contents, archive };
    return {
      token: offered.token,
      name,
      createdAt,
      inside: countMarks(contents.marks.values()),
      ownArticles: contents.articles.length + contents.newer.articles.size,
      hasSettings: contents.settings !== null,
      present: countMarks(store.articleIds().map((id) => store.read(id))),
    };
  }

  function readOffer(path: string): Result<BackupOffer, OfferError> {
    const bytes = readFile(fs, path, MAX_BACKUP_BYTES);
    if (!bytes.ok) return bytes;
    const archive = openArchive(bytes.value);
    if (!archive.ok) return archive;
    const contents = readContents(archive.value);
    if (!contents.ok) return contents;
    const { createdAt } = archive.value.manifest;
    return succeed(offer({ name: basename(path), createdAt }, contents.value, archive.value));
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
      return path === null ? succeed(null) : readOffer(path);
    },

    open(path) {
      waiting = readOffer(path);
      parts.onOpened();
    },

    opened() {
      const found = waiting ?? succeed(null);
      waiting = null;
      return found;
    },

    dated: () => listDatedBackups(fs, dataFolder),

    inspect(name) {
      const dated = readDatedName(name);
      if (!dated) return fail({ code: 'store/no-such-backup' });
      if (dated.kind === 'before-restore')
        return readOffer(join(storePaths(dataFolder).backups, name));
      const marks = store.readBackup(name);
      if (!marks) return fail({ code: 'store/no-such-backup' });
      return succeed(
        offer(dated, { marks, articles: [], newer: NOTHING_NEWER, settings: null }, null),
      );
    },

    async restore(token, { withSettings }) {
      if (offered?.token !== token) return fail({ code: 'backup/offer-gone' });
      if (!parts.own.isWriter)
        return fail({ code: 'library/not-saved', params: { reason: 'read-only' } });
      const { contents, archive } = offered;
      fs.makeFolder(storePaths(dataFolder).backups);
      const copy = join(storePaths(dataFolder).backups, safetyCopyName(now()));
      const kept = await writeTo(copy, false);
      if (!kept.ok) return kept;
      const restored = await bringBack(parts, contents, { archive, withSettings });
      for (const articleId of restored.ok ? restored.value : store.articleIds())
        parts.onChange(articleId);
      if (!restored.ok) return restored;
      offered = null;
      dropOldSafetyCopies(fs, dataFolder);
      return succeed(null);
    },
  };
}
