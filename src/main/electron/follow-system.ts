import type { App, Menu } from 'electron';

/** The id of the installed app, as in `electron-builder.config.mjs`. */
export const APP_ID = 'hashiya.reader';

interface Parts {
  readonly app: Pick<App, 'setAppUserModelId'>;
  readonly menu: Pick<typeof Menu, 'setApplicationMenu'>;
  readonly platform: NodeJS.Platform;
}

/** Does what a system expects of an app before it is ready. */
export function followSystem({ app, menu, platform }: Parts): void {
  // Without the id, Windows would group the window and its notifications under Electron; the installer's shortcut has
  // the same id.
  if (platform === 'win32') app.setAppUserModelId(APP_ID);
  // Electron's default menu with its developer tools would otherwise be visible until the app's own menu exists. On
  // macOS an app always has a menu.
  if (platform !== 'darwin') menu.setApplicationMenu(null);
}
