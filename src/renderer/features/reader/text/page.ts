import type { RefObject } from 'react';
import type { Stretch } from './stretches/cut-stretches.ts';
import type { BlockPlace } from './text-map.ts';
import type { MarkLayout } from '../marks/use-mark-layout.ts';

/** The open article on the screen: its elements, and where its blocks stand in the text. */
export interface OpenPage {
  /** What scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The `<article>`. */
  readonly body: RefObject<HTMLElement | null>;
  readonly places: readonly BlockPlace[];
  readonly stretches: readonly Stretch[];
  readonly sight: RefObject<Sight>;
  /** Canonical text. */
  readonly text: string;
  /** The vowel signs are hidden. */
  readonly bare: boolean;
}

/** What of the text is on the screen just now; it changes with every turn of the wheel. */
export interface Sight {
  /** Indexes of the stretches in sight or at most a window away from it. */
  readonly near: ReadonlySet<number>;
  /** By the index of the stretch; none where it was never near. */
  readonly layouts: ReadonlyMap<number, MarkLayout>;
  /** Puts the words around an offset of the canonical text into the page now, if they are not there yet. */
  readonly reach: (offset: number) => void;
}

export const NOTHING_IN_SIGHT: Sight = {
  near: new Set(),
  layouts: new Map(),
  reach: () => undefined,
};
