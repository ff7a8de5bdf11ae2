import type { FileSystem, OpenFile } from '../file-system.ts';

interface Content {
  bytes: Uint8Array;
  durable: Uint8Array;
}

/** One call to the disk, from which a test chooses whether it fails. */
export interface DiskCall {
  readonly name: keyof FileSystem;
  readonly path: string;
  /** How many calls that change something came before this one. */
  readonly index: number;
}

/** How a call fails: before it has an effect, after it, or with only some of the bytes written. */
export type Fault = 'before' | 'after' | 'short';

/** A disk in memory that knows what would survive a power cut, and that can be made to fail. */
export interface MemoryDisk extends FileSystem {
  /** Asked at every call that changes something; `null` lets the call succeed. */
  fault: (call: DiskCall) => Fault | null;
  /** Bytes that can still be written before the disk is full. */
  capacity: number;
  calls(): number;
  usedBytes(): number;
  /** Simulates a power cut: each file keeps its durable bytes and the given share of those written after them. */
  cutPower(keptShare: number): void;
  paths(): readonly string[];
  /** Copies the disk, so that a test can look at what a power cut would leave. */
  copy(): MemoryDisk;
  put(path: string, bytes: Uint8Array | string): void;
}

const broken = (code: string): Error => Object.assign(new Error(code), { code });

type Names = Map<string, Content>;

export function createMemoryDisk(start?: { names: Names; durableNames: Names }): MemoryDisk {
  let names: Names = start?.names ?? new Map();
  let durableNames: Names = start?.durableNames ?? new Map();
  const open = new Map<OpenFile, { content: Content; path: string }>();
  const folders = new Set<string>();
  let nextFile = 3;
  let calls = 0;

  const disk: MemoryDisk = {
    fault: () => null,
    capacity: Number.POSITIVE_INFINITY,
    calls: () => calls,
    usedBytes: () => usedBytes(),
    cutPower(keptShare) {
      for (const content of names.values()) content.bytes = tear(content, keptShare);
      for (const content of durableNames.values()) content.bytes = tear(content, keptShare);
      names = new Map(keptShare === 1 ? names : durableNames);
      durableNames = new Map(names);
      for (const content of names.values()) content.durable = content.bytes;
      open.clear();
    },
    paths: () => [...names.keys()].toSorted(),
    copy: () => createMemoryDisk(structuredClone({ names, durableNames })),
    put(path, bytes) {
      const content = { bytes: Buffer.from(bytes), durable: Buffer.from(bytes) };
      names.set(path, content);
      durableNames.set(path, content);
    },

    create: (path) =>
      change('create', path, () => {
        if (names.has(path)) throw broken('EEXIST');
        const content = { bytes: new Uint8Array(), durable: new Uint8Array() };
        names.set(path, content);
        const file = nextFile++;
        open.set(file, { content, path });
        return file;
      }),
    write(file, bytes) {
      const { content, path } = opened(file);
      let count = Math.min(bytes.length, Math.max(0, disk.capacity - usedBytes()));
      if (count === 0) throw broken('ENOSPC');
      return change('write', path, (isShort) => {
        if (isShort) count = Math.ceil(count / 2);
        content.bytes = Buffer.concat([content.bytes, bytes.subarray(0, count)]);
        return count;
      });
    },
    sync: (file) => {
      const { content, path } = opened(file);
      change('sync', path, () => (content.durable = content.bytes));
    },
    truncate: (file, sizeBytes) => {
      const { content, path } = opened(file);
      change('truncate', path, () => (content.bytes = content.bytes.subarray(0, sizeBytes)));
    },
    close: (file) => void open.delete(file),
    read: (path) => found(path).bytes,
    readStart: (path, sizeBytes) => found(path).bytes.subarray(0, sizeBytes),
    *pieces(path, sizeBytes) {
      const { bytes } = found(path);
      for (let at = 0; at < bytes.length; at += sizeBytes) yield bytes.subarray(at, at + sizeBytes);
    },
    exists: (path) => names.has(path) || folders.has(path) || below(path).length > 0,
    list: (folder) =>
      [...new Set(below(folder).map((rest) => rest.split('/')[0] ?? ''))].toSorted(),
    makeFolder: (path) => change('makeFolder', path, () => void folders.add(path)),
    rename: (from, to) =>
      change('rename', to, () => {
        const content = names.get(from);
        if (content) {
          names.set(to, content);
          names.delete(from);
          return;
        }
        if (below(from).length === 0) throw broken('ENOENT');
        for (const rest of below(from)) {
          names.set(`${to}/${rest}`, found(`${from}/${rest}`));
          names.delete(`${from}/${rest}`);
        }
      }),
    remove: (path) => {
      found(path);
      change('remove', path, () => void names.delete(path));
    },
    removeFolder: (path) =>
      change('removeFolder', path, () => {
        for (const rest of below(path)) names.delete(`${path}/${rest}`);
      }),
    syncFile: (path) => {
      const content = found(path);
      change('syncFile', path, () => (content.durable = content.bytes));
    },
    syncFolder: (path) =>
      change('syncFolder', path, () => {
        for (const name of durableNames.keys()) {
          if (name.startsWith(`${path}/`) && !names.has(name)) durableNames.delete(name);
        }
        for (const rest of below(path))
          durableNames.set(`${path}/${rest}`, found(`${path}/${rest}`));
      }),
    syncAside: async (file) => disk.sync(file),
    syncFolderAside: async (path) => disk.syncFolder(path),
    freeBytes: () => disk.capacity - usedBytes(),
  };

  function change<Value>(
    name: keyof FileSystem,
    path: string,
    act: (isShort: boolean) => Value,
  ): Value {
    const fault = disk.fault({ name, path, index: calls++ });
    if (fault === 'before') throw broken('EIO');
    const value = act(fault === 'short');
    if (fault === 'after') throw broken('EIO');
    return value;
  }
  const usedBytes = (): number =>
    [...names.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const below = (folder: string): string[] =>
    [...names.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1));
  const found = (path: string): Content => names.get(path) ?? raise('ENOENT');
  const opened = (file: OpenFile) => open.get(file) ?? raise('EBADF');
  return disk;
}

function raise(code: string): never {
  throw broken(code);
}

/** Returns what a power cut leaves of a file: its durable bytes, and a share of those written since. */
function tear({ bytes, durable }: Content, keptShare: number): Uint8Array {
  if (bytes.length <= durable.length) return keptShare === 1 ? bytes : durable;
  const kept = durable.length + Math.floor((bytes.length - durable.length) * keptShare);
  return bytes.subarray(0, kept);
}
