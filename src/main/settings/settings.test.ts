import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { createSettings } from './settings.ts';

describe('settings', () => {
  it('lets one bad key fall back alone', () => {
    const service = createSettings({
      read: () => ({ theme: 'dark', readingSizePx: 9999, readingFont: 'amiri', strange: 1 }),
      write: () => undefined,
    });

    expect(service.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', readingFont: 'amiri' });
  });

  it.each([null, 'text', [], 42])('starts with the defaults from %j', (stored) => {
    expect(createSettings({ read: () => stored, write: () => undefined }).get()).toEqual(
      DEFAULT_SETTINGS,
    );
  });

  it('changes the given keys only', () => {
    const service = createSettings({ read: () => ({ theme: 'dark' }), write: () => undefined });

    service.change({ readingSizePx: 25 });

    expect(service.get()).toMatchObject({ theme: 'dark', readingSizePx: 25 });
  });

  it('stays as it was when the disk refuses', () => {
    const service = createSettings({
      read: () => null,
      write: () => {
        throw new Error('ENOSPC');
      },
    });

    expect(service.change({ theme: 'dark' })).toMatchObject({ ok: false });
    expect(service.get().theme).toBe('system');
  });
});
