import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, EVENTS } from '#shared/contract/channels.ts';

const channels: ReadonlySet<string> = new Set(CHANNELS);
const events: ReadonlySet<string> = new Set(EVENTS);

/** The whole surface of the main process in the window: two functions with an allow-list each. */
contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel: string, input: unknown): Promise<unknown> =>
    channels.has(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.reject(new Error(`unknown channel: ${channel}`)),
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    if (!events.has(event)) throw new Error(`unknown event: ${event}`);
    const handler = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, handler);
    return () => ipcRenderer.removeListener(event, handler);
  },
});
