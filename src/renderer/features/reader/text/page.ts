import type { RefObject } from 'react';
import type { Stretch } from './stretches/cut-stretches.ts';
import type { BlockPlace } from './text-map.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';

/** The open article on the screen: its elements, and where its blocks stand in the text. */
export interface OpenPage {
  /** What scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The `<article>`. */
  readonly body: RefObject<HTMLElement | null>;
  readonly places: readonly BlockPlace[];
  readonly stretches: readonly Stretch[];
  readonly sight: RefObject<Sight>;
  /** Notes what is on the screen now; always the same function. */
  readonly setSight: (sight: Sight) => void;
  /** Canonical text. */
  readonly text: string;
  /** The vowel signs are hidden. */
  readonly bare: boolean;
}

/** Where the highlights of one stretch begin. */
export interface HighlightTops {
  /** The middle of the first line of each, CSS pixels from the upper edge of the stretch. */
  readonly tops: ReadonlyMap<AnnotationId, number>;
}

/** What of the text is on the screen now; it changes whenever the text is scrolled. */
export interface Sight {
  /** Indexes of the stretches in sight or at most a window away from it. */
  readonly near: ReadonlySet<number>;
  /** By the index of the stretch; a stretch that was never near has none. */
  readonly layouts: ReadonlyMap<number, HighlightTops>;
  /** Puts the words around an offset of the canonical text into the page now, if they are not there yet. */
  readonly reach: (offset: number) => void;
}

export const NOTHING_IN_SIGHT: Sight = {
  near: new Set(),
  layouts: new Map(),
  reach: () => undefined,
};
