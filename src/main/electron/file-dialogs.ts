import { basename, dirname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { FileDialogs } from '../marks-exchange/files.ts';
import { type DialogFolders, defaultFolder } from './dialog-folders.ts';

/**
 * Opens the system's file dialogs on top of the window. Each kind starts in the folder that the reader chose last,
 * because Electron starts in the downloads folder since version 43.
 */
export function createFileDialogs(window: BrowserWindow, folders: DialogFolders): FileDialogs {
  return {
    async chooseTarget({ title, suggestedName, kind }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: join(folders.last('save') ?? '', basename(suggestedName)),
        filters: [{ name: kind.name, extensions: [...kind.extensions] }],
      });
      if (canceled || !filePath) return null;
      folders.remember('save', dirname(filePath));
      return filePath;
    },
    async chooseSource({ title, kind }) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title,
        ...defaultFolder(folders, 'open'),
        properties: ['openFile'],
        filters: [{ name: kind.name, extensions: [...kind.extensions] }],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return null;
      folders.remember('open', dirname(path));
      return path;
    },
  };
}
