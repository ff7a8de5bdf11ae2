import { useSyncExternalStore } from 'react';

/** The open import dialog, with or without a pasted text. */
export interface OpenImport {
  readonly text: string | null;
  /** The pasted text as HTML, see `copiedPage`; `null` when there is none. */
  readonly html: string | null;
}

let current: OpenImport | null = null;
const listeners = new Set<() => void>();

/**
 * Opens the import dialog. @param text a pasted text that shall become an article, @param html the same text as HTML
 */
export function openImport(text: string | null = null, html: string | null = null): void {
  set({ text, html });
}

export const closeImport = (): void => set(null);

export const isImportOpen = (): boolean => current !== null;

export function useOpenImport(): OpenImport | null {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: OpenImport | null): void {
  current = next;
  for (const listener of listeners) listener();
}
