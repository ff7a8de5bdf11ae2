import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { EventName } from '#shared/contract/channels.ts';
import type { EventPayload } from '#shared/contract/contract.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { APP_ORIGIN } from './app-address.ts';
import { HARDENED_PREFERENCES } from './hardening.ts';
import { SMALLEST, fitToScreens, readWindowState, writeWindowState } from './window-state.ts';

const FIRST_SIZE = { width: 1280, height: 800 } as const;

/** A window that has not moved for this long, in ms, has reached its position. */
const REST_MS = 500;

/** The value of `--page` in each theme, which is visible before the first paint. */
const BACKGROUND = {
  light: '#fdfcf9',
  sepia: '#f5ecd9',
  dark: '#181917',
  contrast: '#000000',
} as const;

/** The system theme for each theme of the app; it applies to menus and dialogs. */
const SOURCE = {
  light: 'light',
  sepia: 'light',
  dark: 'dark',
  contrast: 'dark',
  system: 'system',
} as const;

/**
 * Opens the app's window at its last position.
 *
 * @param outFolder absolute path of the built app
 * @param dataFolder absolute path of the reader's data
 */
export function openWindow(outFolder: string, dataFolder: string): BrowserWindow {
  const saved = readWindowState(dataFolder);
  const fitted =
    saved &&
    fitToScreens(
      saved,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    );
  const window = new BrowserWindow({
    ...(fitted?.bounds ?? FIRST_SIZE),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'حاشية',
    backgroundColor: background('system'),
    autoHideMenuBar: true,
    webPreferences: { ...HARDENED_PREFERENCES, preload: join(outFolder, 'preload', 'index.cjs') },
  });
  if (fitted?.maximized) window.maximize();
  trackBounds(window, dataFolder);
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/**
 * Sets the icon of the window on Linux; other systems take it from the program. @param outFolder absolute path of the
 * built app
 */
export function giveIcon(
  window: Pick<BrowserWindow, 'setIcon'>,
  outFolder: string,
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform !== 'linux') return;
  window.setIcon(join(outFolder, '..', 'resources', 'icons', 'png', '256x256.png'));
}

/** Saves the bounds of the window when it stops moving and when it closes. */
function trackBounds(window: BrowserWindow, dataFolder: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isFullScreen()) return;
    writeWindowState(dataFolder, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    });
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, REST_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
}

/** Applies the reader's theme to the system's parts of the window and to its background before the first paint. */
export function applyTheme(window: BrowserWindow, theme: Settings['theme']): void {
  nativeTheme.themeSource = SOURCE[theme];
  window.setBackgroundColor(background(theme));
}

function background(theme: Settings['theme']): string {
  if (theme !== 'system') return BACKGROUND[theme];
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** Brings the window to the front, for example when the app is started a second time. */
export function bringToFront(window: BrowserWindow | undefined): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export function sendEvent<E extends EventName>(
  window: BrowserWindow,
  event: E,
  payload: EventPayload<E>,
): void {
  if (!window.isDestroyed()) window.webContents.send(event, payload);
}
