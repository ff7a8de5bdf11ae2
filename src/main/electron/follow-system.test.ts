import { expect, it, vi } from 'vitest';
import { APP_ID, followSystem } from './follow-system.ts';

it.each([
  ['win32', [[APP_ID]], [[null]]],
  ['linux', [], [[null]]],
  ['darwin', [], []],
] as const)('gives %s the name and the menu that it wants', (platform, names, menus) => {
  const [setAppUserModelId, setApplicationMenu] = [vi.fn(), vi.fn()];

  followSystem({ app: { setAppUserModelId }, menu: { setApplicationMenu }, platform });

  expect(setAppUserModelId.mock.calls).toEqual(names);
  expect(setApplicationMenu.mock.calls).toEqual(menus);
});
