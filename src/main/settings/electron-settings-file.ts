import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Store from 'electron-store';
import { carryOver } from '#shared/domain/carry-over.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { MAX_SETTINGS_BYTES } from '#shared/domain/limits.ts';
import { restoreSettings } from '#shared/domain/settings.ts';
import type { SettingsFile } from './settings.ts';

/**
 * Settings in `settings.json`, a store of their own. A file that is damaged, or of which something could not be read, is
 * moved to `quarantine/` at the first write, never overwritten; until then the defaults hold for that. electron-store is loaded at the first write:
 * a start only reads.
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
      // What a newer version has set, and this one does not know, stays.
      const whole = carryOver(stored, restoreSettings(stored), settings);
      store.store = isObject(whole) ? whole : { ...settings };
    },
  };
}

function readJson(path: string): unknown {
  try {
    // Larger than we ever write one: it would be gone through at every change.
    if (statSync(path).size > MAX_SETTINGS_BYTES) return null;
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    // Missing or damaged: the defaults hold, key by key.
    return null;
  }
}
