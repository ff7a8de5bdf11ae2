import type ElectronStore from 'electron-store';

/** electron-store without Electron: it asks for the program's path only, and uses nothing of it. */
export async function loadElectronStore(): Promise<typeof ElectronStore> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/';
  delete process.env['SNAP'];
  return (await import('electron-store')).default;
}
