import {
  MAX_ASSETS,
  MAX_ASSETS_BYTES,
  MAX_ASSET_BYTES,
  MAX_BLOCKS,
} from '#shared/domain/limits.ts';
import type { Result } from '#shared/domain/result.ts';
import type { PictureFault } from '../../picture/read-picture.ts';
import type { ImportedBlock, ImportedDocument } from '../document.ts';
import type { ImportAnswer, SentDocument } from './protocol.ts';

type Part = Exclude<ImportAnswer, { readonly outcome: unknown }>;

/** The parts of a document that have arrived from the worker, which may have been taken over by the file. */
export class IncomingDocument {
  private readonly blocks: ImportedBlock[] = [];
  private readonly pictures: (Uint8Array | PictureFault)[] = [];
  /** The pieces of the picture that is arriving. */
  private pieces: Uint8Array[] = [];
  private pieceBytes = 0;
  private picturesBytes = 0;

  /** Takes a part. @returns false when there is more than any document has */
  take(part: Part): boolean {
    if ('blocks' in part) {
      for (const block of part.blocks) this.blocks.push(block);
      return this.blocks.length <= MAX_BLOCKS;
    }
    if ('fault' in part) this.pictures.push(part.fault);
    else if (!this.takePiece(part.piece, part.ends)) return false;
    return this.pictures.length <= MAX_ASSETS + 1;
  }

  /** Returns the whole document when the worker has sent its end. */
  whole(outcome: Result<SentDocument>): Result<ImportedDocument> {
    if (!outcome.ok) return outcome;
    const { blocks } = outcome.value;
    const pictures = this.pictures.map((picture) => () => picture);
    const all = this.blocks.length === 0 ? blocks : this.blocks.concat(blocks);
    return { ok: true, value: { ...outcome.value, blocks: all, pictures } };
  }

  private takePiece(piece: Uint8Array, ends: boolean): boolean {
    this.pieces.push(piece);
    this.pieceBytes += piece.length;
    this.picturesBytes += piece.length;
    if (this.pieceBytes > MAX_ASSET_BYTES || this.picturesBytes > MAX_ASSETS_BYTES) return false;
    // A piece without bytes could be repeated for ever.
    if (piece.length === 0) return false;
    if (!ends) return true;
    this.pictures.push(joined(this.pieces, this.pieceBytes));
    [this.pieces, this.pieceBytes] = [[], 0];
    return true;
  }
}

function joined(pieces: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
