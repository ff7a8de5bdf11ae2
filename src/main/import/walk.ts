import { type Dir, constants } from 'node:fs';
import { access, lstat, opendir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MAX_IMPORT_FILES } from '#shared/domain/limits.ts';
import { errorCode } from '../disk/file-system.ts';

/** Folders in folders that are looked through. */
export const MAX_DEPTH = 32;

/** Something that was named or met: a file to read, or why it is not read. */
export type Met =
  | { readonly kind: 'file'; readonly path: string; readonly sizeBytes: number }
  /** A file that says that another one is open in an office program: there is nothing to read in it. */
  | { readonly kind: 'lock'; readonly path: string }
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly code:
        | 'import/not-found'
        | 'import/not-readable'
        | 'import/not-a-file'
        | 'import/too-deep'
        | 'import/too-many';
    };

/** What a browser saves beside a page: pictures and scripts of `page.html`. */
const PAGE_PARTS = /^(.+?)(?:_files|\.files|-Dateien|_fichiers)$/u;

/**
 * Looks through files and folders, in the order of their names: regular files only, links are not followed
 * (a link that was named by the reader neither). In folders, hidden files and the parts of saved pages are
 * passed over. Nothing is opened.
 *
 * @param roots  absolute paths as the reader named them
 */
export async function* walk(roots: readonly string[]): AsyncGenerator<Met> {
  let files = 0;
  for (const root of roots) {
    for await (const met of visit(resolve(root), 0)) {
      if (met.kind === 'file' && ++files > MAX_IMPORT_FILES) {
        yield { kind: 'refused', path: resolve(root), code: 'import/too-many' };
        return;
      }
      yield met;
    }
  }
}

async function* visit(path: string, depth: number): AsyncGenerator<Met> {
  let status;
  try {
    status = await lstat(path);
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error));
    yield { kind: 'refused', path, code: isMissing ? 'import/not-found' : 'import/not-readable' };
    return;
  }
  if (status.isDirectory()) {
    yield* visitFolder(path, depth);
  } else if (!status.isFile()) {
    // A link, a pipe, a device: reading it could lead elsewhere or never end.
    yield { kind: 'refused', path, code: 'import/not-a-file' };
  } else if (basename(path).startsWith('~$')) {
    yield { kind: 'lock', path };
  } else if (await isReadable(path)) {
    yield { kind: 'file', path, sizeBytes: status.size };
  } else {
    yield { kind: 'refused', path, code: 'import/not-readable' };
  }
}

async function* visitFolder(path: string, depth: number): AsyncGenerator<Met> {
  if (depth >= MAX_DEPTH) {
    yield { kind: 'refused', path, code: 'import/too-deep' };
    return;
  }
  let names: string[];
  try {
    names = await listNames(await opendir(path));
  } catch {
    yield { kind: 'refused', path, code: 'import/not-readable' };
    return;
  }
  const pages = new Set(
    names.filter((name) => /\.x?html?$/iu.test(name)).map((name) => name.replace(/\.[^.]+$/u, '')),
  );
  for (const name of names) {
    const page = PAGE_PARTS.exec(name)?.[1];
    if (name.startsWith('.') || (page !== undefined && pages.has(page))) continue;
    yield* visit(join(path, name), depth + 1);
  }
}

/** Names in a folder, sorted; no more are kept than an import may have. */
async function listNames(folder: Dir): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of folder) {
    names.push(entry.name);
    if (names.length > MAX_IMPORT_FILES) break;
  }
  // 2 comes before 10.
  return names.toSorted(new Intl.Collator('ar', { numeric: true }).compare);
}

const isReadable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );

/** What the reader calls a file. */
export const nameOf = (path: string): string => basename(path);
