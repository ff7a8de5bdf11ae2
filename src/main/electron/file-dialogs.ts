import { type BrowserWindow, dialog } from 'electron';
import type { FileDialogs } from '../exchange/files.ts';

/** The system's own dialogs, on top of the window. */
export function createFileDialogs(window: BrowserWindow): FileDialogs {
  return {
    async chooseTarget({ title, suggestedName, kind }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: suggestedName,
        filters: [{ name: kind.name, extensions: [...kind.extensions] }],
      });
      return canceled || !filePath ? null : filePath;
    },
    async chooseSource({ title, kind }) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title,
        properties: ['openFile'],
        filters: [{ name: kind.name, extensions: [...kind.extensions] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}
