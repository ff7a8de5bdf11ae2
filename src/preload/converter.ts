/** The preload of the converter: hands over the one port to the main process, and nothing else. */
import { ipcRenderer } from 'electron';
import { CONVERTER_PORT } from '#shared/contract/converter-port.ts';

/** The part of the page's window that is used; the preloads are checked without the types of a page. */
declare const window: { postMessage(message: unknown, origin: string, ports: unknown): void };

ipcRenderer.once(CONVERTER_PORT, ({ ports }) => {
  // To this very page: its origin has no name, as its policy takes it away.
  window.postMessage(CONVERTER_PORT, '*', ports);
});
