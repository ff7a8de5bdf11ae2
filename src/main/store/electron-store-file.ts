import Store from 'electron-store';
import { decodeFramed, encodeFramed } from '../disk/framed-json.ts';
import type { WriteStoreFile } from './write-marks-file.ts';

/** Only the owner may read and write the file. */
const FILE_MODE = 0o600;

/** Writes a file with electron-store, but with our own framing and checksum. */
export const writeElectronStoreFile: WriteStoreFile = (folder, name, body) => {
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name,
    configFileMode: FILE_MODE,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    serialize: encodeFramed,
    deserialize: (text) => decodeFramed(Buffer.from(text, 'utf8')),
  });
  store.store = { ...body };
};
