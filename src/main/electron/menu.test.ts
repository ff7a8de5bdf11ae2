import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { speak } from '#shared/i18n/speak.ts';
import { followApplicationMenu, menuTemplate } from './menu.ts';

const { buildFromTemplate } = vi.hoisted(() => ({
  buildFromTemplate: vi.fn<(template: MenuItemConstructorOptions[]) => void>(),
}));
vi.mock('electron', () => ({ Menu: { buildFromTemplate, setApplicationMenu: vi.fn() } }));

const items = (mac: boolean): MenuItemConstructorOptions[] =>
  menuTemplate({ run: () => undefined, inArticle: true, mac }).flatMap((menu) => [
    menu,
    ...(Array.isArray(menu.submenu) ? menu.submenu : []),
  ]);
const accelerators = (mac: boolean): string[] =>
  items(mac).flatMap(({ accelerator }) => (typeof accelerator === 'string' ? [accelerator] : []));

afterEach(() => speak(DEFAULT_SETTINGS));

describe('the menu of a Mac', () => {
  it('registers no key that a text field needs', () => {
    const forText = accelerators(true).filter(
      (keys) => !/^(CommandOrControl\+|(Shift\+)?F\d)/.test(keys),
    );

    expect(forText).toEqual([]);
    expect(accelerators(true).length).toBeGreaterThan(5);
  });

  it.each(['ar', 'en'] as const)('labels every item itself, in %s', (language) => {
    speak({ ...DEFAULT_SETTINGS, language });

    const unnamed = items(true).filter(({ label, type }) => !label && type !== 'separator');

    expect(unnamed).toEqual([]);
    expect(items(true).some(({ role }) => role === 'appMenu')).toBe(false);
  });
});

describe('the menu elsewhere', () => {
  it('shows keys that must not be registered on a Mac', () => {
    expect(accelerators(false).length).toBeGreaterThan(accelerators(true).length);
  });
});

it.each([
  ['darwin', true],
  ['linux', false],
  ['win32', false],
] as const)('the menu on %s is made for that system', (platform, mac) => {
  buildFromTemplate.mockClear();

  followApplicationMenu({ getURL: () => '', on: vi.fn() }, () => undefined, platform);

  const labels = (template: MenuItemConstructorOptions[] | undefined) =>
    template?.map(({ label }) => label);
  expect(buildFromTemplate).toHaveBeenCalledOnce();
  expect(labels(buildFromTemplate.mock.calls[0]?.[0])).toEqual(
    labels(menuTemplate({ run: () => undefined, inArticle: false, mac })),
  );
});
