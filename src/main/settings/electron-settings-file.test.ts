import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_SETTINGS_BYTES } from '#shared/domain/limits.ts';
import { createElectronSettingsFile } from './electron-settings-file.ts';
import { createSettings } from './settings.ts';

// electron-store looks for Electron's path when it is loaded, though this test uses nothing of Electron.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => createSettings(createElectronSettingsFile(folder, () => new Date(0)));
const stored = (): unknown => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));

describe('the settings of a newer version', () => {
  it('are preserved when this version changes another setting', async () => {
    const newer = { theme: 'midnight', voice: { speed: 1.25 }, language: 'en' };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(newer));
    const settings = open();
    expect(settings.get()).toMatchObject({ theme: 'system', language: 'en' });

    await settings.change({ language: 'ar' });
    expect(stored()).toMatchObject({ theme: 'midnight', voice: { speed: 1.25 }, language: 'ar' });

    await settings.change({ theme: 'dark' });
    expect(stored()).toMatchObject({ theme: 'dark', voice: { speed: 1.25 } });
    expect(open().get()).toMatchObject({ theme: 'dark', language: 'ar' });
  });
});

it('a settings file with Windows line ends is read like any other', () => {
  const text = JSON.stringify({ theme: 'dark', language: 'en' }, null, 2);
  writeFileSync(join(folder, 'settings.json'), text.replaceAll('\n', '\r\n'));

  expect(open().get()).toMatchObject({ theme: 'dark', language: 'en' });
});

describe('a damaged settings file', () => {
  it('is quarantined at the first change', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme":');

    await open().change({ theme: 'dark' });

    expect(stored()).toMatchObject({ theme: 'dark' });
    const [name = ''] = readdirSync(join(folder, 'quarantine'));
    expect(readFileSync(join(folder, 'quarantine', name), 'utf8')).toBe('{"theme":');
  });

  it('includes a file larger than the app ever writes, because each change would parse all of it', async () => {
    const text = JSON.stringify({ theme: 'dark', pad: 'x'.repeat(MAX_SETTINGS_BYTES) });
    writeFileSync(join(folder, 'settings.json'), text);
    const settings = open();
    expect(settings.get()).toMatchObject({ theme: 'system' });

    await settings.change({ language: 'ar' });

    const [name = ''] = readdirSync(join(folder, 'quarantine'));
    expect(readFileSync(join(folder, 'quarantine', name), 'utf8')).toBe(text);
  });
});
