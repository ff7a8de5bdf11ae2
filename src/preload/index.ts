import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  CHANNELS,
  DROP_CHANNEL,
  EVENTS,
  TEXT_CHANNELS,
  type TextChannel,
  textChannel,
} from '#shared/contract/channels.ts';

const channels: ReadonlySet<string> = new Set(CHANNELS.filter((name) => name !== DROP_CHANNEL));
const texts: ReadonlySet<string> = new Set(TEXT_CHANNELS);
const events: ReadonlySet<string> = new Set(EVENTS);

/** Electron 25 lacks `webUtils`, although the types promise it; there, a dropped file carries its own `path`. */
const paths = webUtils as typeof webUtils | undefined;

/**
 * Returns the path of a dropped file, or an empty string for a file created by a script or for a value that is not a
 * `File`.
 */
function pathOf(file: File & { readonly path?: string }): string {
  if (!(file instanceof File)) return '';
  return (paths ? paths.getPathForFile(file) : file.path) ?? '';
}

/**
 * Exposes everything that the window may ask of the main process: calls, text reads and events, each limited by an
 * allow-list, and dropped files.
 */
contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel: string, input: unknown): Promise<unknown> =>
    channels.has(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.reject(new Error(`unknown channel: ${channel}`)),
  read: (channel: TextChannel, input: unknown): Promise<string> =>
    texts.has(channel)
      ? ipcRenderer.invoke(textChannel(channel), input)
      : Promise.reject(new Error(`no text: ${channel}`)),
  drop: async (files: readonly File[]): Promise<unknown> => {
    const found = [...files].map(pathOf).filter((path) => path !== '');
    const answer: unknown = await ipcRenderer.invoke(DROP_CHANNEL, { paths: found });
    // Files with a path are imported; if others had none, the answer says so.
    const isAll = found.length === 0 || found.length === files.length;
    return isAll ? answer : { ok: false, error: { code: 'import/some-without-path' } };
  },
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    if (!events.has(event)) throw new Error(`unknown event: ${event}`);
    const handler = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, handler);
    return () => ipcRenderer.removeListener(event, handler);
  },
});
