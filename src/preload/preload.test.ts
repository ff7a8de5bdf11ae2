import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Bridge {
  drop(files: readonly unknown[]): Promise<unknown>;
}

/** Loads the preload as it runs on an Electron with `webUtils`, or on an old one without. */
async function load(webUtils: { getPathForFile(file: File): string } | undefined) {
  const exposed: { bridge?: Bridge } = {};
  const invoke = vi.fn(async (_channel: string, _input: unknown) => ({ ok: true }));
  vi.doMock('electron', () => ({
    contextBridge: {
      exposeInMainWorld: (_name: string, bridge: Bridge) => Object.assign(exposed, { bridge }),
    },
    ipcRenderer: { invoke, on: vi.fn(), removeListener: vi.fn() },
    webUtils,
  }));
  await import('./index.ts');
  if (!exposed.bridge) throw new Error('the preload exposes the bridge');
  return { bridge: exposed.bridge, invoke };
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.doUnmock('electron'));

const file = (path: string): File => Object.assign(new File(['نص'], 'خبر.txt'), { path });

describe('dropped files', () => {
  it('get their path from a new Electron, whatever the object contains', async () => {
    const { bridge, invoke } = await load({ getPathForFile: () => '/told/خبر.txt' });

    await bridge.drop([file('/planted/secret')]);

    expect(invoke).toHaveBeenCalledWith('import/dropped', { paths: ['/told/خبر.txt'] });
  });

  it('keep their own path on an old Electron, which offers no other', async () => {
    const { bridge, invoke } = await load(undefined);

    await bridge.drop([file('/own/خبر.txt')]);

    expect(invoke).toHaveBeenCalledWith('import/dropped', { paths: ['/own/خبر.txt'] });
  });

  it.each([{ getPathForFile: () => '/told/by/mistake' }, undefined])(
    'that only look like files have none, with webUtils %j',
    async (webUtils) => {
      const { bridge, invoke } = await load(webUtils);

      await bridge.drop([{ path: '/planted/secret' }]);

      expect(invoke).toHaveBeenCalledWith('import/dropped', { paths: [] });
    },
  );
});
