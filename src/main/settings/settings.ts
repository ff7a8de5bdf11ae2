import { type Settings, type SettingsPatch, restoreSettings } from '#shared/domain/settings.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';

/** Reads and writes the stored settings; `write` rejects when the disk refuses. */
export interface SettingsFile {
  read(): unknown;
  write(settings: Settings): Promise<void>;
}

export interface SettingsError extends Coded {
  readonly code: 'settings/not-saved';
}

export interface SettingsService {
  get(): Settings;
  change(patch: SettingsPatch): Promise<Result<Settings, SettingsError>>;
}

/**
 * Holds the settings in memory and writes one change after the other. A refused write leaves the settings unchanged.
 */
export function createSettings(file: SettingsFile): SettingsService {
  let settings = restoreSettings(file.read());
  let lastWrite: Promise<unknown> = Promise.resolve();

  async function write(patch: SettingsPatch): Promise<Result<Settings, SettingsError>> {
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    const next = { ...settings, ...Object.fromEntries(given) };
    try {
      await file.write(next);
    } catch {
      return fail({ code: 'settings/not-saved' });
    }
    settings = next;
    return succeed(settings);
  }

  return {
    get: () => settings,
    change(patch) {
      const result = lastWrite.then(() => write(patch));
      lastWrite = result;
      return result;
    },
  };
}
