import type ElectronStore from 'electron-store';

/** Loads electron-store without Electron, of which it needs only the program's path. */
export async function loadElectronStore(): Promise<typeof ElectronStore> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/';
  delete process.env['SNAP'];
  return (await import('electron-store')).default;
}
