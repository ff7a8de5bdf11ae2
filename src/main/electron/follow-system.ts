import type { App, Menu } from 'electron';

/** The id of the installed app, as `electron-builder.config.mjs` has it. */
export const APP_ID = 'hashiya.reader';

interface Parts {
  readonly app: Pick<App, 'setAppUserModelId'>;
  readonly menu: Pick<typeof Menu, 'setApplicationMenu'>;
  readonly platform: NodeJS.Platform;
}

/** What a system wants of an app before it is ready. */
export function followSystem({ app, menu, platform }: Parts): void {
  // Without it Windows groups the window and its notifications under Electron; the installer's shortcut has the same.
  if (platform === 'win32') app.setAppUserModelId(APP_ID);
  // Electron's own menu would be there until ours is, with the tools of developers. A Mac is never without one.
  if (platform !== 'darwin') menu.setApplicationMenu(null);
}
