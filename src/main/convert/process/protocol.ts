import type { Result } from '#shared/domain/result.ts';
import type { PictureFault } from '../../picture/read-picture.ts';
import type { ImportedBlock, ImportedDocument } from '../document.ts';

/** Most bytes of a picture in one answer, so that the other end needs only a few milliseconds for it. */
export const PICTURE_PIECE_BYTES = 4 * 1024 * 1024;

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

/** A document whose pictures were sent before it, in the order of their numbers. */
export type SentDocument = Omit<ImportedDocument, 'pictures'>;

/**
 * Blocks of a long document, in order; a piece of a picture, or why it has no bytes; or the outcome with the remaining
 * blocks.
 */
export type ImportAnswer =
  | { readonly id: number; readonly blocks: readonly ImportedBlock[] }
  | { readonly id: number; readonly piece: Uint8Array; readonly ends: boolean }
  | { readonly id: number; readonly fault: PictureFault }
  | { readonly id: number; readonly outcome: Result<SentDocument> };
