import { useSyncExternalStore } from 'react';

/** The import dialog: closed, or open with a pasted text or without. */
export interface OpenImport {
  readonly text: string | null;
  /** The pasted text as a page, see `copiedPage`. */
  readonly html: string | null;
}

let current: OpenImport | null = null;
const listeners = new Set<() => void>();

/** Opens the import dialog. @param text a pasted text that waits to be added, @param html the same as a page */
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
