import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { ArticleId } from '#shared/domain/article.ts';
import { fail, succeed } from '#shared/domain/result.ts';
import {
  EMPTY_STORED,
  type StoredMarks,
  fromEnvelope,
  storeFileName,
  toEnvelope,
} from './envelope.ts';
import type { MarksStore, StoreNotice } from './marks-store.ts';

/** Owner only: other users of the machine must not read the notes. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/**
 * Keeps the marks of each article in one electron-store file, `marks/<hash>.json`.
 *
 * A file that cannot be read is moved to `quarantine/` before electron-store sees it, so its bytes are
 * neither reset nor overwritten and the start never fails on it.
 *
 * @param folder  absolute path of the data folder
 * @param now     the clock, for tests
 */
export function createElectronMarksStore(folder: string, now: () => Date): MarksStore {
  const marksFolder = join(folder, 'marks');
  const notices: StoreNotice[] = [];
  const stores = new Map<ArticleId, Store>();
  const loaded = new Map<ArticleId, StoredMarks>();
  /** Articles whose damaged file could not be moved aside: writing would destroy it. */
  const blocked = new Set<ArticleId>();

  function load(articleId: ArticleId): StoredMarks {
    const known = loaded.get(articleId);
    if (known) return known;
    const name = storeFileName(articleId);
    const path = join(marksFolder, `${name}.json`);
    const content = existsSync(path) ? readJson(path) : undefined;
    const stored = fromEnvelope(articleId, content);
    if (!stored && existsSync(path)) setAside(articleId, path, name);
    loaded.set(articleId, stored ?? EMPTY_STORED);
    return stored ?? EMPTY_STORED;
  }

  function setAside(articleId: ArticleId, path: string, name: string): void {
    const target = join(folder, 'quarantine', `${name}.${now().getTime()}.json`);
    try {
      mkdirSync(join(folder, 'quarantine'), { recursive: true, mode: FOLDER_MODE });
      renameSync(path, target);
      notices.push({ code: 'store/quarantined', params: { file: target } });
    } catch {
      // The folder cannot be written: the bytes stay where they are, and saving is refused aloud.
      blocked.add(articleId);
      notices.push({ code: 'store/read-failed', params: { file: path } });
    }
  }

  function openStore(articleId: ArticleId): Store {
    const known = stores.get(articleId);
    if (known) return known;
    mkdirSync(marksFolder, { recursive: true, mode: FOLDER_MODE });
    const store = new Store({
      cwd: marksFolder,
      name: storeFileName(articleId),
      configFileMode: FILE_MODE,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
    });
    stores.set(articleId, store);
    return store;
  }

  return {
    read: (articleId) => load(articleId).marks,
    write(articleId, marks) {
      const stored = { ...load(articleId), marks };
      if (blocked.has(articleId)) return notSaved('a damaged file is in the way');
      try {
        openStore(articleId).store = toEnvelope(articleId, stored, now());
      } catch (error) {
        return notSaved(error instanceof Error ? error.message : String(error));
      }
      loaded.set(articleId, stored);
      return succeed(null);
    },
    notices: () => notices,
  };
}

const notSaved = (reason: string) => fail({ code: 'store/not-saved' as const, params: { reason } });

/** The content of a JSON file, or `undefined` when it cannot be read or parsed. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    // Damaged bytes are an expected case here; the caller quarantines the file.
    return undefined;
  }
}
