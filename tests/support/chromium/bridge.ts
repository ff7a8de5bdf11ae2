/** Functions of the test's process that replace what the app's preload gives the page. */
interface PageFunctions {
  callMain(channel: string, input: unknown): Promise<unknown>;
  readMain(channel: string, input: unknown): Promise<string>;
  emitEvent(event: string, payload: unknown): void;
  bridge: unknown;
}

/** Runs in the page before any of its scripts. */
export function installBridge(): void {
  const page = window as unknown as PageFunctions;
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  page.emitEvent = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };
  page.bridge = {
    invoke: (channel: string, input: unknown) => page.callMain(channel, input),
    read: (channel: string, input: unknown) => page.readMain(channel, input),
    // Only Electron tells the path of a dropped file.
    drop: async () => ({ ok: false, error: { code: 'import/not-found' } }),
    on: (event: string, listener: (payload: unknown) => void) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
  };
}
