import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultDataFolder } from '../../scripts/dev/library/data-folder.ts';

it.each([
  ['win32', { APPDATA: 'roaming' }, ['roaming', 'Hashiya']],
  ['win32', {}, ['home', 'Hashiya']],
  ['darwin', { XDG_CONFIG_HOME: 'conf' }, ['home', 'Library', 'Application Support', 'Hashiya']],
  ['linux', { XDG_CONFIG_HOME: 'conf' }, ['conf', 'Hashiya']],
  ['linux', { APPDATA: 'roaming' }, ['home', '.config', 'Hashiya']],
] as const)('on %s with %j files are imported into the library of the app', (system, env, path) => {
  expect(defaultDataFolder(system, env, 'home')).toBe(join(...path));
});
