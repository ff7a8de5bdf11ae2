import { type BrowserWindow, dialog } from 'electron';

/** The system's dialogs, as the app asks for them. */
export interface Dialogs {
  /** Absolute paths; none when the reader changes their mind. */
  chooseFiles(title: string): Promise<readonly string[]>;
  chooseFolder(title: string): Promise<readonly string[]>;
}

export function createDialogs(window: BrowserWindow): Dialogs {
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
