import { createContext } from 'react';
import type { Footnote } from '#shared/document/footnotes.ts';

/** What asks for a footnote: a press opens its card for good, the others while the pointer or the focus stays. */
export type AskedBy = 'press' | 'pointer' | 'focus';

/** Follows the references in the words of a text. All places are UTF-16 offsets of the canonical text. */
export interface References {
  /** Returns the footnote that begins at a place. */
  readonly footnoteAt: (to: number) => Footnote | undefined;
  readonly onFollow: (to: number) => void;
  /** Called when a reference asks for its footnote. `anchor` is the element of the reference. */
  readonly onFootnote: (to: number, anchor: HTMLElement, by: AskedBy) => void;
  /** Called when the pointer or the focus leaves such a reference. */
  readonly onLeave: () => void;
}

const NO_REFERENCES: References = {
  footnoteAt: () => undefined,
  onFollow: () => undefined,
  onFootnote: () => undefined,
  onLeave: () => undefined,
};

export const ReferencesContext = createContext(NO_REFERENCES);
