import type { BrowserWindow } from 'electron';

/** What the app does before its process is ended. */
export interface SessionEnd {
  /** Saves the notes that are being written. */
  readonly saveDrafts: () => void;
  /** Saves the notes and releases the data folder. */
  readonly endNow: () => void;
}

/**
 * Handles the end of a Windows session (log off, shut down, restart), which comes without `will-quit` and ends the
 * process shortly after these events. Notes are saved when the session is about to end, and the data folder is
 * released when it ends. Both happen synchronously, because nothing that is deferred would still run.
 */
export function followSessionEnd(window: BrowserWindow, { saveDrafts, endNow }: SessionEnd): void {
  window.on('query-session-end', () => saveDrafts());
  window.on('session-end', () => endNow());
}
