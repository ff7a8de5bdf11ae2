import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Store from 'electron-store';
import { carryOver } from '#shared/domain/carry-over.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { MAX_SETTINGS_BYTES } from '#shared/domain/limits.ts';
import { restoreSettings } from '#shared/domain/settings.ts';
import type { SettingsFile } from './settings.ts';

/**
 * Stores the settings in `settings.json` of the given folder. A damaged file is moved to `quarantine/` at the first
 * write and is never overwritten; until then the defaults apply to what could not be read. electron-store is loaded
 * at the first write, because starting the app only reads.
 */
export function createElectronSettingsFile(folder: string, now: () => Date): SettingsFile {
  const path = join(folder, 'settings.json');
  let store: Store | undefined;

  return {
    read: () => readJson(path),
    async write(settings) {
      const stored = readJson(path);
      if (existsSync(path) && !isObject(stored)) {
        mkdirSync(join(folder, 'quarantine'), { recursive: true, mode: 0o700 });
        renameSync(path, join(folder, 'quarantine', `settings.${now().getTime()}.json`));
      }
      store ??= new (await import('electron-store')).default({
        cwd: folder,
        name: 'settings',
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
        clearInvalidConfig: false,
      });
      // Settings of a newer version that this version does not know are preserved.
      const whole = carryOver(stored, restoreSettings(stored), settings);
      store.store = isObject(whole) ? whole : { ...settings };
    },
  };
}

function readJson(path: string): unknown {
  try {
    // The app never writes a file this large, and each change would have to parse it all.
    if (statSync(path).size > MAX_SETTINGS_BYTES) return null;
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    // The file is missing or damaged, so the default of each setting applies.
    return null;
  }
}
