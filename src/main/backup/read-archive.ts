import { createHash } from 'node:crypto';
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { tryParse } from '#shared/domain/parse.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import {
  BACKUP_VERSION,
  type Entry,
  MANIFEST_NAME,
  MAX_BACKUP_BYTES,
  type Manifest,
  manifestSchema,
} from './manifest.ts';

/** Why a file is no backup that can be trusted; nothing is changed then. */
export interface BackupFileError extends Coded {
  readonly code:
    | 'backup/other-format'
    | 'backup/newer-version'
    | 'backup/damaged'
    | 'backup/unexpected-entry'
    | 'backup/too-large';
}

/** A backup whose every entry was compared with its hash. */
export interface Archive {
  readonly manifest: Manifest;
  /** The bytes of an entry; empty when there is none of that name. */
  read(name: string): Uint8Array;
}

/** Largest manifest, bytes. */
const MAX_MANIFEST_BYTES = 20_000_000;

/** Contents may be larger than the file by so much: texts shrink to a tenth, bombs to a thousandth. */
const USUAL_BYTES = 20_000_000;
const USUAL_RATIO = 60;

/** Entries are unpacked and compared in portions of about this many bytes. */
const PORTION_BYTES = 64_000_000;

/**
 * Opens a backup. Names are compared with a fixed list before anything is unpacked, so none can lead out of
 * a folder; declared sizes are bounded, and unpacking stops at them; every entry must have its hash.
 */
export function openArchive(bytes: Uint8Array): Result<Archive, BackupFileError> {
  if (bytes.length > MAX_BACKUP_BYTES) return fail({ code: 'backup/too-large' });
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return fail({ code: 'backup/other-format' });
  try {
    return check(bytes);
  } catch {
    // The ZIP reader throws at whatever is cut or bent; which part it was does not help the reader.
    return fail({ code: 'backup/damaged' });
  }
}

function check(bytes: Uint8Array): Result<Archive, BackupFileError> {
  const infos = listEntries(bytes);
  const head = infos.find(({ name }) => name === MANIFEST_NAME);
  if (!head) return fail({ code: 'backup/other-format' });
  if (head.originalSize > MAX_MANIFEST_BYTES) return fail({ code: 'backup/too-large' });
  const content: unknown = JSON.parse(decode(unpack(bytes, [MANIFEST_NAME])[MANIFEST_NAME]));
  const parsed = tryParse(manifestSchema, content);
  if (!parsed.success)
    return fail({ code: isNewer(content) ? 'backup/newer-version' : 'backup/damaged' });
  const { entries } = parsed.output;
  const fault = findFault(bytes, infos, entries);
  if (fault) return fail({ code: fault });
  for (const names of portions(entries)) {
    const unpacked = unpack(bytes, names);
    const isWhole = entries.every(
      (entry) => !names.includes(entry.name) || matches(entry, unpacked),
    );
    if (!isWhole) return fail({ code: 'backup/damaged' });
  }
  const read = (name: string) =>
    entries.some((entry) => entry.name === name)
      ? (unpack(bytes, [name])[name] ?? new Uint8Array())
      : new Uint8Array();
  return succeed({ manifest: parsed.output, read });
}

type Unpacked = Readonly<Record<string, Uint8Array>>;

function findFault(
  bytes: Uint8Array,
  infos: readonly UnzipFileInfo[],
  entries: readonly Entry[],
): BackupFileError['code'] | null {
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  if (named.size !== entries.length || infos.length !== entries.length + 1)
    return 'backup/unexpected-entry';
  let total = 0;
  for (const { name, originalSize } of infos) {
    if (name === MANIFEST_NAME) continue;
    const entry = named.get(name);
    if (!entry) return 'backup/unexpected-entry';
    if (entry.sizeBytes !== originalSize) return 'backup/damaged';
    total += originalSize;
  }
  return total > USUAL_BYTES + USUAL_RATIO * bytes.length ? 'backup/too-large' : null;
}

/** What the archive's directory lists; nothing is unpacked. */
function listEntries(bytes: Uint8Array): readonly UnzipFileInfo[] {
  const infos: UnzipFileInfo[] = [];
  unzipSync(bytes, {
    filter: (info) => {
      infos.push(info);
      return false;
    },
  });
  return infos;
}

/** Unpacks some entries, each to its declared size at most. */
function unpack(bytes: Uint8Array, names: readonly string[]): Unpacked {
  const wanted = new Set(names);
  return unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
}

function* portions(entries: readonly Entry[]): Iterable<readonly string[]> {
  let names: string[] = [];
  let size = 0;
  for (const { name, sizeBytes } of entries) {
    if (names.length > 0 && size + sizeBytes > PORTION_BYTES) {
      yield names;
      names = [];
      size = 0;
    }
    names.push(name);
    size += sizeBytes;
  }
  if (names.length > 0) yield names;
}

function matches({ name, sizeBytes, sha256 }: Entry, unpacked: Unpacked): boolean {
  const bytes = unpacked[name];
  return bytes?.length === sizeBytes && createHash('sha256').update(bytes).digest('hex') === sha256;
}

const decode = (bytes: Uint8Array | undefined): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function isNewer(content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return false;
  const version = 'version' in content ? content.version : undefined;
  return typeof version === 'number' && version > BACKUP_VERSION;
}
