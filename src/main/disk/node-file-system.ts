import * as node from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { type FileSystem, errorCode } from './file-system.ts';

/** Only the owner may read the files, because others must not read the notes. Windows ignores the mode. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** How long to wait between attempts to rename on Windows, where a virus scanner may hold the file, ms. */
const RENAME_WAITS_MS = [5, 10, 20, 40, 80, 160];

/** Creates the interface to the real disk. */
export function createNodeFileSystem(
  platform: NodeJS.Platform = process.platform,
  calls: Pick<typeof node, 'renameSync' | 'openSync' | 'fsyncSync' | 'closeSync'> = node,
): FileSystem {
  const isWindows = platform === 'win32';

  function syncPath(path: string, flags: 'r' | 'r+'): void {
    const handle = calls.openSync(path, flags);
    try {
      calls.fsyncSync(handle);
    } finally {
      calls.closeSync(handle);
    }
  }

  return {
    create: (path) => node.openSync(path, 'wx', FILE_MODE),
    write: (file, bytes) => node.writeSync(file, bytes),
    sync: (file) => node.fsyncSync(file),
    truncate: (file, sizeBytes) => node.ftruncateSync(file, sizeBytes),
    close: (file) => node.closeSync(file),
    read: (path) => node.readFileSync(path),
    readStart: (path, sizeBytes) => readStart(path, sizeBytes),
    pieces: (path, sizeBytes) => piecesOf(path, sizeBytes),
    exists: (path) => node.existsSync(path),
    list: (folder) => listNames(folder),
    makeFolder: (path) => void node.mkdirSync(path, { recursive: true, mode: FOLDER_MODE }),
    rename: (from, to) =>
      isWindows ? renamePatiently(calls.renameSync, from, to) : calls.renameSync(from, to),
    remove: (path) => node.unlinkSync(path),
    removeFolder: (path) => node.rmSync(path, { recursive: true, force: true }),
    // Windows flushes only handles that may write.
    syncFile: (path) => syncPath(path, 'r+'),
    // Windows has no fsync for folders; NTFS journals the names itself.
    syncFolder: (path) => (isWindows ? undefined : syncPath(path, 'r')),
    syncAside: (file) => promisify(node.fsync)(file),
    syncFolderAside: (path) => (isWindows ? Promise.resolve() : syncFolderAside(path)),
    freeBytes: (path) => measureFree(path),
  };
}

async function syncFolderAside(path: string): Promise<void> {
  const folder = await node.promises.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function readStart(path: string, sizeBytes: number): Uint8Array {
  const handle = node.openSync(path, 'r');
  try {
    const bytes = new Uint8Array(sizeBytes);
    return bytes.subarray(0, node.readSync(handle, bytes, 0, sizeBytes, 0));
  } finally {
    node.closeSync(handle);
  }
}

function* piecesOf(path: string, sizeBytes: number): Iterable<Uint8Array> {
  const handle = node.openSync(path, 'r');
  try {
    const bytes = new Uint8Array(sizeBytes);
    for (;;) {
      const read = node.readSync(handle, bytes, 0, sizeBytes, null);
      if (read === 0) return;
      yield bytes.subarray(0, read);
    }
  } finally {
    node.closeSync(handle);
  }
}

function listNames(folder: string): readonly string[] {
  try {
    return node.readdirSync(folder).toSorted();
  } catch (error) {
    // A link whose target is missing, such as a disk that is not there now, is no empty folder.
    const isLink = node.lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    if (errorCode(error) === 'ENOENT' && !isLink) return [];
    throw error;
  }
}

function renamePatiently(rename: typeof node.renameSync, from: string, to: string): void {
  for (const waitMs of RENAME_WAITS_MS) {
    try {
      return rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    }
  }
  rename(from, to);
}

function measureFree(path: string): number {
  const folder = node.existsSync(path) ? path : dirname(path);
  const { bavail, bsize } = node.statfsSync(folder);
  return bavail * bsize;
}
