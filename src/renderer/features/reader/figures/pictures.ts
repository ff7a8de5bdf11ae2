import { createContext, useContext } from 'react';
import type { Article } from '#shared/domain/article.ts';
import { assetPath } from '#shared/domain/asset-path.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Asset } from '#shared/domain/document.ts';

/** A picture with the address that shows it. */
export interface Picture extends Asset {
  readonly address: string;
}

/** The pictures of the open article, by their SHA-256. */
export type Pictures = ReadonlyMap<string, Picture>;

export const PicturesContext = createContext<Pictures>(new Map());

export const picturesOf = ({ id, structure }: Article): Pictures =>
  new Map(
    (structure?.assets ?? []).map((asset) => [
      asset.sha256,
      { ...asset, address: assetPath(id, asset.sha256) },
    ]),
  );

/** Returns the picture that a block shows; `null` when its bytes were not in the file. */
export function usePicture({ figure }: Block): Picture | null {
  const pictures = useContext(PicturesContext);
  return pictures.get(figure?.asset ?? '') ?? null;
}
