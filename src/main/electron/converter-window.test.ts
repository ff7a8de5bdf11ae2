import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createConverters } from './converter-window.ts';

/** Fakes that replace Electron's classes. */
const made = vi.hoisted(() => ({
  windows: [] as FakeWindow[],
  ports: [] as FakePort[],
  sessions: [] as string[],
  cancelled: (_url: string): boolean => false,
  permissions: [] as unknown[],
  loads: true,
}));

interface FakePort extends EventEmitter {
  readonly sent: unknown[];
  isClosed: boolean;
}

interface FakeWindow extends EventEmitter {
  readonly options: { readonly show: boolean; readonly webPreferences: Record<string, unknown> };
  readonly webContents: EventEmitter & { readonly posted: unknown[][] };
  destroyed: boolean;
}

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Port extends Emitter {
    sent: unknown[] = [];
    isClosed = false;
    postMessage = (message: unknown): void => void this.sent.push(message);
    start = (): void => undefined;
    close = (): void => void (this.isClosed = true);
  }
  class MessageChannelMain {
    port1 = new Port();
    port2 = new Port();
    constructor() {
      made.ports.push(this.port1);
    }
  }
  class BrowserWindow extends Emitter {
    destroyed = false;
    webContents = Object.assign(new Emitter(), {
      posted: [] as unknown[][],
      postMessage: (...sent: unknown[]): void => void this.webContents.posted.push(sent),
      getOSProcessId: () => 42,
    });
    options: FakeWindow['options'];
    constructor(options: FakeWindow['options']) {
      super();
      this.options = options;
      made.windows.push(this);
    }
    loadURL = () => (made.loads ? Promise.resolve() : Promise.reject(new Error('gone')));
    isDestroyed = () => this.destroyed;
    destroy(): void {
      this.destroyed = true;
      this.emit('closed');
    }
  }
  const session = {
    fromPartition: (name: string) => {
      made.sessions.push(name);
      return {
        setPermissionRequestHandler: (
          ask: (c: null, permission: string, answer: (given: boolean) => void) => void,
        ) => ask(null, 'clipboard-sanitized-write', (given) => made.permissions.push(given)),
        setPermissionCheckHandler: (check: () => boolean) => made.permissions.push(check()),
        webRequest: {
          onBeforeRequest: (
            judge: (r: { url: string }, answer: (a: { cancel: boolean }) => void) => void,
          ) => {
            made.cancelled = (url) => {
              let isCancelled = false;
              judge({ url }, ({ cancel }) => (isCancelled = cancel));
              return isCancelled;
            };
          },
        },
        protocol: { registerBufferProtocol: () => undefined },
      };
    },
  };
  return { BrowserWindow, MessageChannelMain, session };
});

const written: unknown[] = [];
const log = { path: '', write: (entry: unknown) => void written.push(entry) };

/** A running converter with its fakes, and a count of its exit events. */
function start() {
  const worker = createConverters({ isPackaged: true } as App, '/app', log).fork();
  const window = made.windows.at(-1)!;
  const port = made.ports.at(-1)!;
  const heard: unknown[] = [];
  let ends = 0;
  worker.on('message', (message) => heard.push(message));
  worker.on('exit', () => void (ends += 1));
  return { worker, window, port, heard, ends: () => ends };
}

describe('the hidden window of the converter', () => {
  beforeEach(() => {
    for (const list of [made.windows, made.ports, made.sessions, made.permissions, written])
      list.length = 0;
    made.loads = true;
  });

  it('has a sandbox, no Node and no developer tools, and a session that is never written to the disk', () => {
    const converters = createConverters({ isPackaged: true } as App, '/app', log);
    expect(made.windows).toEqual([]);

    converters.fork();
    converters.fork();

    expect(made.windows).toHaveLength(2);
    for (const { options } of made.windows)
      expect(options).toMatchObject({
        show: false,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          devTools: false,
        },
      });
    expect(made.sessions).toHaveLength(1);
    expect(made.sessions[0]).not.toMatch(/^persist:/);
    expect(made.permissions).toEqual([false, false]);
  });

  it.each([
    'app://hashiya/index.html',
    'app://converter.example/',
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:app://converter/x',
    'devtools://devtools/',
  ])('refuses a request to %s', (address) => {
    start();

    expect(made.cancelled(address)).toBe(true);
    expect(made.cancelled('app://converter/assets/index.js')).toBe(false);
  });

  it('communicates through a port that the page gets after loading', () => {
    const { worker, window, port, heard } = start();

    worker.postMessage('early');
    window.webContents.emit('did-finish-load');
    port.emit('message', { data: 'answer' });

    expect(port.sent).toEqual(['early']);
    expect(window.webContents.posted).toHaveLength(1);
    expect(heard).toEqual(['answer']);
    expect(worker.pid).toBe(42);
  });

  it('cannot navigate', () => {
    const { window } = start();
    const event = { preventDefault: vi.fn() };

    window.webContents.emit('will-navigate', event);

    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it.each<[string, (parts: ReturnType<typeof start>) => unknown]>([
    ['it is killed', ({ worker }) => worker.kill()],
    ['its page lets go of the port', ({ port }) => port.emit('close')],
    ['it is closed', ({ window }) => window.emit('closed')],
    [
      'its process dies',
      ({ window }) => window.webContents.emit('render-process-gone', {}, { reason: 'oom' }),
    ],
  ])('ends once and for all when %s', (_name, end) => {
    const parts = start();

    end(parts);
    parts.worker.kill();
    parts.worker.postMessage('late');

    expect(parts.ends()).toBe(1);
    expect(parts.window.destroyed).toBe(true);
    expect(parts.port.isClosed).toBe(true);
    expect(parts.port.sent).toEqual([]);
    expect(parts.worker.pid).toBeUndefined();
  });

  it('ends when its page cannot be loaded', async () => {
    made.loads = false;
    const { ends } = start();

    await vi.waitFor(() => expect(ends()).toBe(1));
  });

  it('is logged when it dies but not when it was killed', () => {
    const { window } = start();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    const killed = start();
    killed.worker.kill();
    killed.window.webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });

    expect(written).toMatchObject([{ code: 'crash/process-gone', detail: { reason: 'crashed' } }]);
  });
});
