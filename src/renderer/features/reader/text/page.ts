import type { RefObject } from 'react';
import type { Footnote } from '#shared/document/footnotes.ts';
import type { Stretch } from './stretches/cut-stretches.ts';
import type { BlockSpan } from './text-map.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';

/** The open article on the screen: its elements, and the spans of its blocks. */
export interface OpenPage {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLElement | null>;
  readonly blockSpans: readonly BlockSpan[];
  readonly stretches: readonly Stretch[];
  readonly sight: RefObject<Sight>;
  /** Records what is on the screen now. It must always be the same function. */
  readonly setSight: (sight: Sight) => void;
  /** Canonical text. */
  readonly text: string;
  /** The footnotes, by the UTF-16 offset of the canonical text at which each begins. */
  readonly footnotes: ReadonlyMap<number, Footnote>;
  /** The level of the document's highest headings, 1 to 6. */
  readonly topLevel: number;
  /** True when the vowel signs are hidden. */
  readonly bare: boolean;
}

/** Where the highlights of one stretch begin. */
export interface HighlightTops {
  /** The middle of the first line of each highlight, CSS pixels from the upper edge of the stretch. */
  readonly tops: ReadonlyMap<AnnotationId, number>;
}

/** The part of the text that is on the screen now, which changes when the text is scrolled. */
export interface Sight {
  /** Indexes of the stretches in sight or at most a window away from it. */
  readonly near: ReadonlySet<number>;
  /** Keyed by the index of the stretch. A stretch that was never near the window has no entry. */
  readonly layouts: ReadonlyMap<number, HighlightTops>;
  /** Mounts the words around an offset of the canonical text (UTF-16 units) now, if they are not in the page yet. */
  readonly reach: (offset: number) => void;
}

export const NOTHING_IN_SIGHT: Sight = {
  near: new Set(),
  layouts: new Map(),
  reach: () => undefined,
};
