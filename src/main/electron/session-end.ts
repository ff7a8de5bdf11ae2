import type { BrowserWindow } from 'electron';

/** What the app does before its process is gone. */
export interface SessionEnd {
  /** Saves notes that are being written. */
  readonly saveDrafts: () => void;
  /** Saves them and gives the data folder back. */
  readonly endNow: () => void;
}

/**
 * Windows ends the session (log off, shut down, restart) without `will-quit`: the process is gone a moment after
 * these events. What is being written is saved when the session may end, and the data folder is given back when it ends.
 * Everything happens before the listener returns, because nothing that is put off would still run.
 */
export function followSessionEnd(window: BrowserWindow, { saveDrafts, endNow }: SessionEnd): void {
  window.on('query-session-end', () => saveDrafts());
  window.on('session-end', () => endNow());
}
