import { dirname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { type DialogFolders, defaultFolder } from './dialog-folders.ts';

/** The system dialogs in which the reader chooses what to import. */
export interface ImportDialogs {
  /** Returns absolute paths; empty when the reader cancels. */
  chooseFiles(title: string): Promise<readonly string[]>;
  chooseFolder(title: string): Promise<readonly string[]>;
}

export function createImportDialogs(window: BrowserWindow, folders: DialogFolders): ImportDialogs {
  const choose = async (
    title: string,
    properties: ('openFile' | 'openDirectory' | 'multiSelections')[],
  ): Promise<readonly string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      ...defaultFolder(folders, 'import'),
      properties,
    });
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    folders.remember('import', dirname(first));
    return filePaths;
  };
  return {
    chooseFiles: (title) => choose(title, ['openFile', 'multiSelections']),
    chooseFolder: (title) => choose(title, ['openDirectory', 'multiSelections']),
  };
}
