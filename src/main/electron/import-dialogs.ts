import { type BrowserWindow, dialog } from 'electron';

/** The system's dialogs that choose what is imported. */
export interface ImportDialogs {
  /** Absolute paths; none when the reader changes their mind. */
  chooseFiles(title: string): Promise<readonly string[]>;
  chooseFolder(title: string): Promise<readonly string[]>;
}

export function createImportDialogs(window: BrowserWindow): ImportDialogs {
  const choose = async (
    title: string,
    properties: ('openFile' | 'openDirectory' | 'multiSelections')[],
  ): Promise<readonly string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, properties });
    return canceled ? [] : filePaths;
  };
  return {
    chooseFiles: (title) => choose(title, ['openFile', 'multiSelections']),
    chooseFolder: (title) => choose(title, ['openDirectory', 'multiSelections']),
  };
}
