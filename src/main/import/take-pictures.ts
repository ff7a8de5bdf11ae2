import type { Asset, Publication } from '#shared/domain/document.ts';
import type { ImportRemarkCode } from '#shared/domain/import-codes.ts';
import { MAX_ASSETS, MAX_ASSETS_BYTES } from '#shared/domain/limits.ts';
import type { Coded } from '#shared/domain/result.ts';
import { type PictureFault, readPicture } from '../picture/read-picture.ts';
import type { ImportedBlock, ImportedDocument, PictureSource } from '../convert/document.ts';
import { sha256InTurns } from '../disk/checksum.ts';
import type { PictureFiles } from '../library/pictures.ts';

/** A smaller picture counts visitors or keeps the place of one that was to be loaded later, pixels. */
const MAX_SPACER_PIXELS = 3;

/** A document whose blocks name their pictures by their hashes, and the bytes of the pictures. */
export interface WithPictures {
  readonly document: ImportedDocument;
  readonly pictures: PictureFiles;
}

/**
 * Checks the pictures of a document again, because the converter may have been taken over by the file, and names them by
 * the SHA-256 of their bytes. The remarks say how many images have no picture, and why.
 */
export async function takePictures(document: ImportedDocument): Promise<WithPictures> {
  const { assets, pictures, taken } = await checkAll(document);
  const faults = new Map<PictureFault, number>();
  const blocks = document.blocks.map((block) => nameAsset(block, taken, faults));
  const cover = taken[document.cover ?? -1];
  const structure = document.structure ?? { outline: [], pages: [], assets: [] };
  return {
    document: {
      ...document,
      blocks,
      structure: assets.length > 0 ? { ...structure, assets } : document.structure,
      publication: withCover(document.publication, cover),
      pictures: [],
      cover: null,
      remarks: [...document.remarks, ...remarksOn(faults)],
    },
    pictures,
  };
}

/** The hash of a picture, or why there is none. */
type Taken = { readonly sha256: string } | { readonly fault: PictureFault };

async function checkAll({ pictures: sources, cover }: ImportedDocument): Promise<{
  readonly assets: Asset[];
  readonly pictures: PictureFiles;
  readonly taken: readonly Taken[];
}> {
  const assets = new Map<string, Asset>();
  const pictures = new Map<string, Uint8Array>();
  const taken: Taken[] = [];
  let sizeBytes = 0;
  for (const [number, source] of sources.entries()) {
    const checked = check(source);
    if ('fault' in checked) {
      taken.push(checked);
      continue;
    }
    const sha256 = await sha256InTurns(checked.bytes);
    sizeBytes += pictures.has(sha256) ? 0 : checked.bytes.length;
    if (sizeBytes > MAX_ASSETS_BYTES || (assets.size >= MAX_ASSETS && !assets.has(sha256))) {
      taken.push({ fault: 'too-many' });
      continue;
    }
    const role = number === cover ? 'cover' : (assets.get(sha256)?.role ?? 'figure');
    assets.set(sha256, { sha256, ...checked.facts, bytes: checked.bytes.length, role });
    pictures.set(sha256, checked.bytes);
    taken.push({ sha256 });
  }
  return { assets: [...assets.values()], pictures, taken };
}

function check(
  source: PictureSource,
):
  | { readonly bytes: Uint8Array; readonly facts: Pick<Asset, 'type' | 'width' | 'height'> }
  | { readonly fault: PictureFault } {
  const bytes = source();
  if (typeof bytes === 'string') return { fault: bytes };
  const read = readPicture(bytes);
  if (!read.ok) return { fault: read.error.code };
  const { width, height } = read.value;
  if (Math.max(width, height) <= MAX_SPACER_PIXELS) return { fault: 'not-in-file' };
  return { bytes, facts: read.value };
}

function nameAsset(
  { picture, ...block }: ImportedBlock,
  taken: readonly Taken[],
  faults: Map<PictureFault, number>,
): ImportedBlock {
  if (block.kind !== 'image') return block;
  const found = taken[picture ?? -1] ?? { fault: 'not-in-file' };
  if ('fault' in found) {
    faults.set(found.fault, (faults.get(found.fault) ?? 0) + 1);
    return block;
  }
  return { ...block, figure: { alt: '', ...block.figure, asset: found.sha256 } };
}

const withCover = (publication: Publication | null, cover: Taken | undefined): Publication | null =>
  publication && cover && 'sha256' in cover ? { ...publication, cover: cover.sha256 } : publication;

const REMARKS: readonly (readonly [ImportRemarkCode, readonly PictureFault[]])[] = [
  ['import/images-left-out', ['not-in-file']],
  ['import/images-unreadable', ['not-a-picture']],
  ['import/images-too-large', ['too-large', 'too-many-pixels', 'too-many']],
  ['import/images-unsafe', ['unsafe']],
];

function remarksOn(faults: ReadonlyMap<PictureFault, number>): Coded[] {
  return REMARKS.flatMap(([code, kinds]) => {
    const count = kinds.reduce((sum, kind) => sum + (faults.get(kind) ?? 0), 0);
    return count === 0 ? [] : [{ code, params: { count } }];
  });
}
