import { createContext, use } from 'react';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { assetPath } from '#shared/domain/asset-path.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Asset } from '#shared/domain/document.ts';

/** A picture with the address that shows it. */
export interface Picture extends Asset {
  readonly address: string;
}

/** A figure of the article, as the viewer shows it. */
export interface ArticleFigure {
  readonly articleId: ArticleId;
  readonly blockId: string;
  /** Where its words begin in the canonical text, UTF-16 units. */
  readonly start: number;
  readonly words: string;
  /** False when the words are only the name of a file. */
  readonly isNamed: boolean;
  readonly alt: string;
  readonly picture: Picture;
}

/** The figures of the open article. */
export interface Figures {
  readonly inOrder: readonly ArticleFigure[];
  readonly byBlock: ReadonlyMap<string, ArticleFigure>;
  /** The cover, which the head shows. */
  readonly cover: Picture | null;
  /** The block that only repeats the cover. */
  readonly coverBlock: string | null;
  /** False for an article of older converters, which have not looked for pictures. */
  readonly areKnown: boolean;
}

export const NO_FIGURES: Figures = {
  inOrder: [],
  byBlock: new Map(),
  cover: null,
  coverBlock: null,
  areKnown: false,
};

/** The first version of the converters that looked for pictures. */
const LOOKED_FOR_PICTURES = 3;

/** How many blocks at the beginning can repeat the cover. */
const COVER_WITHIN = 3;

export function figuresOf(article: Article): Figures {
  const { id, blocks, structure, publication, own } = article;
  const assets = structure?.assets ?? [];
  const areKnown = (own?.convertedBy ?? 1) >= LOOKED_FOR_PICTURES;
  if (assets.length === 0) return { ...NO_FIGURES, areKnown };
  const pictures = new Map(
    assets.map((asset) => [asset.sha256, { ...asset, address: assetPath(id, asset.sha256) }]),
  );
  const cover = pictures.get(publication?.cover ?? '') ?? null;
  const coverBlock =
    blocks.slice(0, COVER_WITHIN).find(({ figure }) => cover && figure?.asset === cover.sha256)
      ?.id ?? null;
  const inOrder: ArticleFigure[] = [];
  let start = 0;
  for (const block of blocks) {
    const picture = pictures.get(block.figure?.asset ?? '');
    if (picture && block.id !== coverBlock)
      inOrder.push({ articleId: id, start, picture, ...wordsOf(block) });
    start += block.text.length + 1;
  }
  return {
    inOrder,
    byBlock: new Map(inOrder.map((figure) => [figure.blockId, figure])),
    cover,
    coverBlock,
    areKnown,
  };
}

/** The usual width of the text and the greatest height of a picture in it, CSS pixels. */
const USUAL_ROOM = { width: 620, height: 680 };

/** Estimates the height of the pictures of some blocks before they are laid out, in CSS pixels. */
export function heightOfPictures(
  { byBlock }: Pick<Figures, 'byBlock'>,
  blocks: readonly Pick<Block, 'id'>[],
): number {
  let height = 0;
  for (const { id } of blocks) {
    const picture = byBlock.get(id)?.picture;
    if (picture)
      height += Math.min(
        picture.height,
        USUAL_ROOM.height,
        (picture.height * USUAL_ROOM.width) / picture.width,
      );
  }
  return Math.round(height);
}

function wordsOf({ id, text, figure }: Block) {
  const alt = figure?.alt ?? '';
  return { blockId: id, words: text, alt, isNamed: alt !== '' || figure?.hasCaption === true };
}

interface FiguresOnPage extends Figures {
  /** Opens a figure in the viewer. */
  readonly open: (blockId: string) => void;
}

export const FiguresContext = createContext<FiguresOnPage>({
  ...NO_FIGURES,
  open: () => undefined,
});

export const useFigures = (): FiguresOnPage => use(FiguresContext);
