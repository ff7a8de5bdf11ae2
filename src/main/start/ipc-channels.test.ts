import type { IpcMain } from 'electron';
import { expect, it } from 'vitest';
import { CHANNELS, TEXT_CHANNELS, textChannel } from '#shared/contract/channels.ts';
import { succeed } from '#shared/domain/result.ts';
import { openChannels } from './ipc-channels.ts';

it('lets early calls wait until the main process can answer', async () => {
  const listeners = new Map<string, (event: object, input: unknown) => Promise<unknown>>();
  const ipc = {
    handle: (channel: string, listener: (event: object, input: unknown) => Promise<unknown>) =>
      listeners.set(channel, listener),
  };

  // `openChannels` uses only `handle`.
  const connect = openChannels(ipc as unknown as IpcMain);
  const early = listeners.get('library/list')?.({}, { asked: 'early' });
  connect((channel, _event, [input]) => Promise.resolve(succeed({ channel, input })));

  expect([...listeners.keys()]).toEqual([...CHANNELS, ...TEXT_CHANNELS.map(textChannel)]);
  expect(await early).toEqual(succeed({ channel: 'library/list', input: { asked: 'early' } }));
  expect(await listeners.get('settings/get')?.({}, {})).toEqual(
    succeed({ channel: 'settings/get', input: {} }),
  );
  const text = String(await listeners.get(textChannel('marks/get'))?.({}, {}));
  expect(JSON.parse(text)).toEqual(succeed({ channel: 'marks/get', input: {} }));
});
