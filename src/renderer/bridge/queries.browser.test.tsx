import { describe, expect, it } from 'vitest';
import { type Answers, installBridge } from '#renderer/testing/bridge.ts';
import { mountHook } from '#renderer/testing/mount.tsx';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import type { Settings } from '#shared/domain/settings.ts';
import {
  createQueryClient,
  followEvents,
  prefetchFirstScreen,
  useChangeSettings,
  useImportItems,
  useImportState,
  useIsReadOnly,
  useSettings,
  useTags,
} from './queries.ts';

/** Creates a cache that follows the events of a main process. `answers` are its answers to calls. */
function aWindow(answers: Answers) {
  const bridge = installBridge(answers);
  const client = createQueryClient();
  followEvents(client);
  return { ...bridge, client };
}

/** Holds settings as the main process does. */
function keptSettings(wait: () => Promise<void> = async () => undefined) {
  let settings: Settings = DEFAULT_SETTINGS;
  return {
    'settings/get': () => settings,
    'settings/set': async (change) => {
      await wait();
      settings = { ...settings, ...change } as Settings;
      return settings;
    },
  } satisfies Answers;
}

const IDLE: ImportJobState = {
  state: 'running',
  total: 10,
  done: 1,
  counting: false,
  added: 1,
  duplicates: 0,
  updates: 0,
  failed: 0,
  locks: 0,
  current: 'a.txt',
  resumed: false,
};

describe('useSettings', () => {
  it('has what a change answered without asking again', async () => {
    const { client, inputs } = aWindow(keptSettings());
    const settings = mountHook(() => useSettings().data, null, client);
    const change = mountHook(() => useChangeSettings(), null, client);
    await expect.poll(() => settings.value()?.theme).toBe('system');
    await change.value().mutateAsync({ theme: 'dark' });
    await expect.poll(() => settings.value()?.theme).toBe('dark');
    expect(inputs('settings/get')).toHaveLength(1);
  });

  it('makes two quick changes one after the other, each from what the one before has left', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { client, inputs } = aWindow(keptSettings(() => gate));
    const settings = mountHook(() => useSettings().data, null, client);
    const change = mountHook(() => useChangeSettings(), null, client);
    await expect.poll(() => settings.value()).toBeDefined();
    const larger = (now: Settings) => ({ readingWeight: (now.readingWeight + 100) as 500 });
    change.value().mutate(larger);
    change.value().mutate(larger);
    await expect.poll(() => inputs('settings/set').length).toBe(1);
    open();
    await expect.poll(() => settings.value()?.readingWeight).toBe(600);
    expect(inputs('settings/set')).toEqual([{ readingWeight: 500 }, { readingWeight: 600 }]);
  });
});

describe('useIsReadOnly', () => {
  it('is true when the main process says that nothing can be saved', async () => {
    const notices: { code: 'store/read-only' }[] = [];
    const info = () => ({ notices }) as never;
    const { client } = aWindow({ 'app/info': info });
    const hook = mountHook(() => useIsReadOnly(), null, client);
    expect(hook.value()).toBe(false);
    notices.push({ code: 'store/read-only' });
    await client.invalidateQueries({ queryKey: ['app/info'] });
    await expect.poll(hook.value).toBe(true);
  });
});

describe('prefetchFirstScreen', () => {
  it('asks for the notices when the marks of all articles have been read', async () => {
    const notices: { code: string }[] = [];
    const { client } = aWindow({
      ...keptSettings(),
      'library/list': () => ({ articles: [], next: null }),
      'marks/summaries': async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        notices.push({ code: 'store/recovered' });
        return [];
      },
      'app/info': () => ({ notices: [...notices] }) as never,
    });

    await prefetchFirstScreen(client);

    expect(client.getQueryData(['app/info'])).toEqual({ notices: [{ code: 'store/recovered' }] });
  });
});

describe('an event of the main process', () => {
  it('has the tags asked again, and nothing where nobody shows them', async () => {
    let name = 'أمن';
    const { client, emit, inputs } = aWindow({
      'tags/list': () => [{ key: name, name, count: 1 }] as never,
    });
    emit('tags/changed', {});
    expect(inputs('tags/list')).toHaveLength(0);
    const hook = mountHook(() => useTags(), null, client);
    await expect.poll(() => hook.value()?.[0]?.name).toBe('أمن');
    name = 'حدود';
    emit('tags/changed', {});
    await expect.poll(() => hook.value()?.[0]?.name).toBe('حدود');
    expect(inputs('tags/list')).toHaveLength(2);
  });

  it('brings the progress of an import itself, and the list only when something is to be done', async () => {
    const { client, emit, inputs } = aWindow({
      'import/state': () => IDLE,
      'import/items': () => ({ items: [], total: 0 }) as never,
    });
    const state = mountHook(() => useImportState(), null, client);
    const items = mountHook(() => useImportItems(true), null, client);
    await expect.poll(() => state.value()?.done).toBe(1);
    await expect.poll(() => items.value()).toBeDefined();

    emit('import/progress', { ...IDLE, done: 2 });
    await expect.poll(() => state.value()?.done).toBe(2);
    expect(inputs('import/items')).toHaveLength(1);

    emit('import/progress', { ...IDLE, done: 3, failed: 1 });
    await expect.poll(() => inputs('import/items').length).toBe(2);
    emit('import/progress', { ...IDLE, state: 'done', done: 10, failed: 1 });
    await expect.poll(() => inputs('import/items').length).toBe(3);
    expect(inputs('import/state')).toHaveLength(1);
  });

  it('is not followed any more when the window has stopped to', () => {
    const { emit } = installBridge({});
    const client = createQueryClient();
    followEvents(client)();
    emit('import/progress', IDLE);
    expect(client.getQueryData(['import/state'])).toBeUndefined();
  });
});
