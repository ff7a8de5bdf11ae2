import { createContext, use } from 'react';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { Article } from '#shared/domain/article.ts';
import type { PanelActions } from './chrome/panel.ts';
import type { FindActions } from './find/find-actions.ts';
import type { FootnoteCards } from './footnotes/footnote-cards.ts';
import type { SelectionActions } from './marks/selection-actions.ts';
import type { HighlightActions } from './marks/highlight-actions.ts';
import type { Viewport } from './position/viewport.ts';
import type { ReaderSession } from './session/session.ts';
import type { OpenPage } from './text/page.ts';
import type { References } from './text/words/references.ts';

/** One open article: its state, its page, and all actions. */
export interface OpenReader {
  readonly article: Article;
  readonly session: ReaderSession;
  readonly page: OpenPage;
  /** Returns the highlights after the last change; empty until they have been read. */
  readonly annotations: () => readonly PlacedAnnotation[];
  readonly viewport: Viewport;
  /** Goes to the block at an offset of the canonical text (UTF-16 units), and moves the focus to it. */
  readonly jumpTo: (offset: number) => void;
  /** Follows what the words of the text refer to. It is the same object as long as the page is. */
  readonly references: References;
  readonly footnotes: FootnoteCards;
  /** Goes to the footnote whose card is open. */
  readonly goToFootnote: () => void;
  readonly selection: SelectionActions;
  readonly find: FindActions;
  readonly panel: PanelActions;
  readonly actions: HighlightActions;
}

export const ReaderContext = createContext<OpenReader | null>(null);

/** Returns the open article of the reader that contains the component. */
export function useReader(): OpenReader {
  const reader = use(ReaderContext);
  if (!reader) throw new Error('a part of the reader stands outside of it');
  return reader;
}
