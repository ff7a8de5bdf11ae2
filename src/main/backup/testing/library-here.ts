import type { DatedBackup } from '#shared/domain/backup.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { succeed } from '#shared/domain/result.ts';
import { openOwnArticles } from '../../library/own-articles.ts';
import { createSettings } from '../../settings/settings.ts';
import { AT, FOLDER, openOn } from '../../store/testing/in-memory-store.ts';
import type { MemoryDisk } from '../../disk/testing/memory-disk.ts';
import { type Backup, createBackup } from '../backup.ts';
import { finishRestore } from '../bring-back.ts';
import type { CopyReader } from '../process/client.ts';
import { createReaderHere, placeInMemory } from '../process/reader-here.ts';

/** The path of the copy that the dialog answers with. */
export const COPY_PATH = '/home/copy.hashiya';

const now = () => new Date(AT);

export type LibraryHere = ReturnType<typeof openLibraryHere>;

/**
 * Opens a library on a disk in memory, as a start of the app does.
 *
 * @param watch  may wrap the reader of copies
 */
export function openLibraryHere(
  disk: MemoryDisk,
  pid: number,
  watch = (reader: CopyReader): CopyReader => reader,
) {
  const store = openOn(disk, pid);
  finishRestore({ fs: disk, dataFolder: FOLDER, store });
  const own = openOwnArticles({ dataFolder: FOLDER, fs: disk, now, readOnly: null });
  const backup = createBackup({
    store,
    own,
    settings: createSettings({ read: () => DEFAULT_SETTINGS, write: async () => undefined }),
    fs: disk,
    dataFolder: FOLDER,
    now,
    appVersion: '1',
    reader: watch(
      createReaderHere({ fs: disk, open: (path) => succeed(placeInMemory(disk, path)), now }),
    ),
    dialogs: { chooseTarget: async () => null, chooseSource: async () => COPY_PATH },
    onMarks: () => undefined,
    onArticle: () => undefined,
    onRestored: () => undefined,
    onOpened: () => undefined,
    onReading: () => undefined,
  });
  return { store, own, backup };
}

/** Returns the dated copies of a library, the newest first. */
export function datedOf({
  backup,
}: {
  readonly backup: Pick<Backup, 'dated'>;
}): readonly DatedBackup[] {
  const dated = backup.dated();
  if (!dated.ok) throw new Error(dated.error.code);
  return dated.value;
}
