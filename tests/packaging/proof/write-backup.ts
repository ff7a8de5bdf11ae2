/** Writes the backup that the app would write, from a copy of a data folder. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackup } from '#main/backup/backup.ts';
import { createReaderHere } from '#main/backup/process/reader-here.ts';
import { openOwnArticles } from '#main/library/own-articles.ts';
import { createSettings } from '#main/settings/settings.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { openMarksStore } from '#main/store/open-store.ts';
import { readProcessTable } from '#main/store/process-table.ts';
import { openRegularFile } from '#main/disk/regular-file.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { createThreadCompactor } from '../../material/thread-compactor.ts';

/**
 * @param source  a data folder that no app is using
 * @param file    the path of the backup
 */
export async function writeBackupOf(source: string, file: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-backup-'));
  cpSync(source, dataFolder, { recursive: true, filter: (path) => !/Singleton/.test(path) });
  const fs = createNodeFileSystem();
  const now = () => new Date();
  const store = openMarksStore({
    folder: dataFolder,
    fs,
    now,
    compactor: createThreadCompactor(),
    processes: readProcessTable(),
  });
  try {
    const written = await createBackup({
      store,
      reader: createReaderHere({ fs, open: openRegularFile, now }),
      fs,
      dataFolder,
      now,
      own: openOwnArticles({ dataFolder, fs, now, readOnly: null }),
      settings: createSettings({
        read: () => ({ ...DEFAULT_SETTINGS }),
        write: async () => undefined,
      }),
      appVersion: '0.0.0',
      dialogs: { chooseTarget: async () => file, chooseSource: async () => null },
      onMarks: () => undefined,
      onRestored: () => undefined,
      onArticle: () => undefined,
      onOpened: () => undefined,
      onReading: () => undefined,
    }).write();
    if (!written.ok) throw new Error(written.error.code);
  } finally {
    await store.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
