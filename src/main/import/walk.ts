import { type Dir, constants } from 'node:fs';
import { access, lstat, opendir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MAX_IMPORT_FILES } from '#shared/domain/limits.ts';
import { faultOf } from '../disk/regular-file.ts';

/** How deeply nested folders may be. */
export const MAX_DEPTH = 32;

/** A file that was found and can be read, or the reason why it is not read. */
export type WalkedFile =
  | { readonly kind: 'file'; readonly path: string; readonly sizeBytes: number }
  /** A lock file of an office program, which holds no text. */
  | { readonly kind: 'lock'; readonly path: string }
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly code:
        | 'import/not-found'
        | 'import/not-readable'
        | 'import/folder-not-readable'
        | 'import/disk-failed'
        | 'import/not-a-file'
        | 'import/too-deep'
        | 'import/too-many';
    };

/** The folder in which a browser saves the pictures and scripts of `page.html`. */
const PAGE_PARTS = /^(.+?)(?:_files|\.files|-Dateien|_fichiers)$/u;

/**
 * Finds the files in files and folders, in the order of their names. It yields regular files only and follows no link,
 * not even one that the reader named. Inside folders it skips hidden files and the parts of saved pages. It opens no
 * file.
 *
 * @param roots  absolute paths as the reader named them
 */
export async function* walk(roots: readonly string[]): AsyncGenerator<WalkedFile> {
  let files = 0;
  for (const root of roots) {
    for await (const file of visit(resolve(root), 0)) {
      if (file.kind === 'file' && ++files > MAX_IMPORT_FILES) {
        yield { kind: 'refused', path: resolve(root), code: 'import/too-many' };
        return;
      }
      yield file;
    }
  }
}

async function* visit(path: string, depth: number): AsyncGenerator<WalkedFile> {
  let status;
  try {
    status = await lstat(path);
  } catch (error) {
    yield { kind: 'refused', path, code: `import/${faultOf(error)}` };
    return;
  }
  if (status.isDirectory()) {
    yield* visitFolder(path, depth);
  } else if (!status.isFile()) {
    // Reading a link, a pipe or a device could lead elsewhere or never end.
    yield { kind: 'refused', path, code: 'import/not-a-file' };
  } else if (basename(path).startsWith('~$')) {
    yield { kind: 'lock', path };
  } else {
    yield await judgeFile(path, status.size);
  }
}

async function* visitFolder(path: string, depth: number): AsyncGenerator<WalkedFile> {
  if (depth >= MAX_DEPTH) {
    yield { kind: 'refused', path, code: 'import/too-deep' };
    return;
  }
  let names: string[];
  try {
    names = await listNames(await opendir(path));
  } catch (error) {
    const fault = faultOf(error);
    const code = fault === 'not-readable' ? 'folder-not-readable' : fault;
    yield { kind: 'refused', path, code: `import/${code}` };
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

/** Returns the sorted names in a folder, no more than an import may have. */
async function listNames(folder: Dir): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of folder) {
    names.push(entry.name);
    if (names.length > MAX_IMPORT_FILES) break;
  }
  // The collator sorts 2 before 10.
  return names.toSorted(new Intl.Collator('ar', { numeric: true }).compare);
}

async function judgeFile(path: string, sizeBytes: number): Promise<WalkedFile> {
  try {
    await access(path, constants.R_OK);
    return { kind: 'file', path, sizeBytes };
  } catch (error) {
    return { kind: 'refused', path, code: `import/${faultOf(error)}` };
  }
}

/** Returns the name by which the reader knows a file. */
export const nameOf = (path: string): string => basename(path);
