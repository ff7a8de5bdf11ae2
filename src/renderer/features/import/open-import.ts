import { useViewState, viewState } from '#renderer/view-state/view-state.ts';

/** The open import dialog, with or without a pasted text. */
export interface OpenImport {
  readonly text: string | null;
  /** The pasted text as HTML, see `copiedPage`; `null` when there is none. */
  readonly html: string | null;
}

/**
 * Opens the import dialog. @param text a pasted text that shall become an article, @param html the same text as HTML
 */
export const openImport = (text: string | null = null, html: string | null = null): void =>
  viewState.set('openImport', { text, html });

export const closeImport = (): void => viewState.set('openImport', null);

export const isImportOpen = (): boolean => viewState.get('openImport') !== null;

export const useOpenImport = (): OpenImport | null => useViewState('openImport');
