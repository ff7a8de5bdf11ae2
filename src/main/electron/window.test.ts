import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { giveIcon } from './window.ts';

vi.mock('electron', () => ({ BrowserWindow: null, nativeTheme: {}, screen: {} }));

it.each([
  ['linux', 1],
  ['win32', 0],
  ['darwin', 0],
] as const)('a window on %s is given an icon where its program has none', (platform, times) => {
  const setIcon = vi.fn<(path: unknown) => void>();

  giveIcon({ setIcon }, 'out', platform);

  expect(setIcon).toHaveBeenCalledTimes(times);
  for (const [path] of setIcon.mock.calls) expect(existsSync(String(path))).toBe(true);
});
