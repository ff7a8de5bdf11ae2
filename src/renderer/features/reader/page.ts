import type { RefObject } from 'react';
import type { BlockPlace } from './text-map.ts';

/** The open article on the screen: its elements, and where its blocks stand in the text. */
export interface OpenPage {
  /** What scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The `<article>`. */
  readonly body: RefObject<HTMLElement | null>;
  readonly places: readonly BlockPlace[];
  /** Canonical text. */
  readonly text: string;
  /** The vowel signs are hidden. */
  readonly bare: boolean;
}
