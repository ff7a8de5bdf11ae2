/**
 * The preload of the converter window. It hands the port from the main process to the page and exposes nothing else.
 */
import { ipcRenderer } from 'electron';
import { CONVERTER_PORT } from '#shared/contract/converter-port.ts';

/** The one function of the page's window that is used here. Preloads are type-checked without the DOM types. */
declare const window: { postMessage(message: unknown, origin: string, ports: unknown): void };

ipcRenderer.once(CONVERTER_PORT, ({ ports }) => {
  // The target origin is `*` because the page's sandbox gives it an opaque origin, which cannot be named.
  window.postMessage(CONVERTER_PORT, '*', ports);
});
