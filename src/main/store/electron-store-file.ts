import Store from 'electron-store';
import { decodeBody, encodeBody } from './article-file.ts';
import type { WriteStoreFile } from './write-article.ts';

/** Owner only. */
const FILE_MODE = 0o600;

/** Writes with electron-store, through our checksum. */
export const writeElectronStoreFile: WriteStoreFile = (folder, name, body) => {
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name,
    configFileMode: FILE_MODE,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    serialize: encodeBody,
    deserialize: decodeBody,
  });
  store.store = { ...body };
};
