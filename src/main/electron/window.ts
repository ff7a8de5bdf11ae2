import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { EventName } from '#shared/contract/channels.ts';
import type { EventPayload } from '#shared/contract/contract.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { APP_ORIGIN } from './app-address.ts';
import { HARDENED_PREFERENCES } from './hardening.ts';

/** `--page` of each theme: what is seen before the first paint. */
const BACKGROUND = {
  light: '#fdfcf9',
  sepia: '#f5ecd9',
  dark: '#181917',
  contrast: '#000000',
} as const;

/** What each theme asks of the system's parts of the window, such as menus and dialogs. */
const SOURCE = {
  light: 'light',
  sepia: 'light',
  dark: 'dark',
  contrast: 'dark',
  system: 'system',
} as const;

/** Opens the one window of the app. `outFolder` is the absolute path of the built app. */
export function openWindow(outFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 480,
    minHeight: 400,
    title: 'حاشية',
    backgroundColor: background('system'),
    autoHideMenuBar: true,
    // Elsewhere the system takes it from the program itself.
    ...(process.platform === 'linux' && {
      icon: join(outFolder, '..', 'resources', 'icons', 'png', '256x256.png'),
    }),
    webPreferences: { ...HARDENED_PREFERENCES, preload: join(outFolder, 'preload', 'index.cjs') },
  });
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** Gives the reader's theme to the system's parts of the window, and to what is seen before the page. */
export function applyTheme(window: BrowserWindow, theme: Settings['theme']): void {
  nativeTheme.themeSource = SOURCE[theme];
  window.setBackgroundColor(background(theme));
}

function background(theme: Settings['theme']): string {
  if (theme !== 'system') return BACKGROUND[theme];
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** Brings the window to the front, as when the app is started a second time. */
export function bringToFront(window: BrowserWindow | undefined): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Tells the window that something has changed. */
export function sendEvent<E extends EventName>(
  window: BrowserWindow,
  event: E,
  payload: EventPayload<E>,
): void {
  if (!window.isDestroyed()) window.webContents.send(event, payload);
}
