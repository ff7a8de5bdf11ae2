import { isAbsolute, join } from 'node:path';
import { readSmallJson, writeSmallJson } from '../disk/small-json.ts';

/** What a system dialog is opened for; each purpose remembers a folder of its own. */
export type DialogPurpose = 'save' | 'open' | 'import';

const PURPOSES: readonly DialogPurpose[] = ['save', 'open', 'import'];

/** The folders that the reader chose last, one for each purpose. */
export interface DialogFolders {
  /** Returns an absolute path, or `null` when nothing was chosen yet. */
  last(purpose: DialogPurpose): string | null;
  remember(purpose: DialogPurpose, folder: string): void;
}

/** Keeps the folders in `dialogs.json` and writes every change. Losing the file does no harm. */
export function openDialogFolders(dataFolder: string): DialogFolders {
  const path = join(dataFolder, 'dialogs.json');
  let folders: ReadonlyMap<DialogPurpose, string> | null = null;
  // The file is read when the first dialog opens, because the start does not need it.
  const known = (): ReadonlyMap<DialogPurpose, string> => (folders ??= readFolders(path));
  return {
    last: (purpose) => known().get(purpose) ?? null,
    remember(purpose, folder) {
      if (known().get(purpose) === folder) return;
      folders = new Map([...known(), [purpose, folder]]);
      // If the disk refuses, the folder is remembered until the app ends.
      writeSmallJson(path, Object.fromEntries(folders));
    },
  };
}

/** Returns the option that tells a system dialog where to start; without it the system chooses. */
export function defaultFolder(
  folders: DialogFolders,
  purpose: DialogPurpose,
): { readonly defaultPath?: string } {
  const folder = folders.last(purpose);
  return folder === null ? {} : { defaultPath: folder };
}

/** The app never writes a file this large. */
const MAX_BYTES = 64 * 1024;

/** Returns nothing when the file is missing or damaged, so that the system chooses the folder. */
function readFolders(path: string): ReadonlyMap<DialogPurpose, string> {
  const stored = readSmallJson(path, MAX_BYTES);
  if (typeof stored !== 'object' || stored === null) return new Map();
  return new Map(
    PURPOSES.flatMap((purpose) => {
      const folder: unknown = Reflect.get(stored, purpose);
      return typeof folder === 'string' && isAbsolute(folder) ? [[purpose, folder] as const] : [];
    }),
  );
}
