import type { Result } from '#shared/domain/result.ts';
import type { ImportedBlock, ImportedDocument } from '../document.ts';

/**
 * A piece of one file for the import worker; the pieces of a file come in order and without others between them.
 * After the last one answers follow, of which the last has the outcome, unless the process dies of the file.
 */
export interface ImportRequest {
  readonly id: number;
  readonly name: string;
  /** Of the whole file. */
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

/** Blocks of a long document, in order; or what became of the file, with the blocks that are left. */
export type ImportAnswer =
  | { readonly id: number; readonly blocks: readonly ImportedBlock[] }
  | { readonly id: number; readonly outcome: Result<ImportedDocument> };
