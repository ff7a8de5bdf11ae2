import { dirname } from 'node:path';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import {
  type FileSystem,
  type RefusalReason,
  refusalReason,
  writeBeside,
} from '../disk/file-system.ts';

/** The system's dialogs for files, which return a path, or `null` when the reader cancels. */
export interface FileDialogs {
  chooseTarget(options: FileChoice & { readonly suggestedName: string }): Promise<string | null>;
  chooseSource(options: FileChoice): Promise<string | null>;
}

export interface FileChoice {
  readonly title: string;
  /** The name of the file type, and its endings without the dot. */
  readonly kind: { readonly name: string; readonly extensions: readonly string[] };
}

/** A file could not be written. An existing file of that name is unchanged. */
export interface NotWritten extends Coded {
  readonly code: 'exchange/not-written';
  readonly params: { readonly reason: RefusalReason };
}

/** A file could not be read. */
export interface NotRead extends Coded {
  readonly code: 'exchange/not-read' | 'exchange/not-a-file';
}

/** Writes a file for the reader, mode 0600. It appears under its name complete and durable, or not at all. */
export function writeFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
): Result<null, NotWritten> {
  try {
    writeBeside(fs, path, bytes);
    fs.syncFolder(dirname(path));
    return succeed(null);
  } catch (error) {
    return fail({ code: 'exchange/not-written', params: { reason: refusalReason(error) } });
  }
}
