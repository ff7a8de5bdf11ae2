import { type Settings, type SettingsPatch, restoreSettings } from '#shared/domain/settings.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';

/** Where the settings lie; `write` throws when the disk refuses. */
export interface SettingsFile {
  read(): unknown;
  write(settings: Settings): void;
}

export interface SettingsError extends Coded {
  readonly code: 'settings/not-saved';
}

export interface SettingsService {
  get(): Settings;
  change(patch: SettingsPatch): Result<Settings, SettingsError>;
}

/** Settings in memory, written through; a refused write leaves them as they were. */
export function createSettings(file: SettingsFile): SettingsService {
  let settings = restoreSettings(file.read());
  return {
    get: () => settings,
    change(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      const next = { ...settings, ...Object.fromEntries(given) };
      try {
        file.write(next);
      } catch {
        return fail({ code: 'settings/not-saved' });
      }
      settings = next;
      return succeed(settings);
    },
  };
}
