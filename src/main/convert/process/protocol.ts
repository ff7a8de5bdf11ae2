import type { Result } from '#shared/domain/result.ts';
import type { ImportedBlock, ImportedDocument } from '../document.ts';

/**
 * A piece of a file for the import worker. The pieces of a file come in order and without others between them. Then
 * answers follow, the last of which has the outcome, unless the file kills the process.
 */
export interface ImportRequest {
  readonly id: number;
  readonly name: string;
  /** Size of the whole file. */
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

/** Blocks of a long document, in order, or the outcome with the remaining blocks. */
export type ImportAnswer =
  | { readonly id: number; readonly blocks: readonly ImportedBlock[] }
  | { readonly id: number; readonly outcome: Result<ImportedDocument> };
