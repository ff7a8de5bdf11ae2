import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { createSettings } from './settings.ts';

describe('settings', () => {
  it('replaces only an invalid setting with its default', () => {
    const service = createSettings({
      read: () => ({ theme: 'dark', readingSizePx: 9999, readingFont: 'amiri', strange: 1 }),
      write: () => Promise.resolve(),
    });

    expect(service.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', readingFont: 'amiri' });
  });

  it.each([null, 'text', [], 42])(
    'starts with the defaults when the stored value is %j',
    (stored) => {
      expect(createSettings({ read: () => stored, write: () => Promise.resolve() }).get()).toEqual(
        DEFAULT_SETTINGS,
      );
    },
  );

  it('changes only the given settings, one change after the other', async () => {
    const service = createSettings({
      read: () => ({ theme: 'dark' }),
      write: () => Promise.resolve(),
    });

    await Promise.all([
      service.change({ readingSizePx: 25 }),
      service.change({ readingFont: 'plex' }),
    ]);

    expect(service.get()).toMatchObject({
      theme: 'dark',
      readingSizePx: 25,
      readingFont: 'plex',
    });
  });

  it('stays unchanged when the disk refuses to write', async () => {
    const service = createSettings({
      read: () => null,
      write: () => Promise.reject(new Error('ENOSPC')),
    });

    expect(await service.change({ theme: 'dark' })).toMatchObject({ ok: false });
    expect(service.get().theme).toBe('system');
  });
});
