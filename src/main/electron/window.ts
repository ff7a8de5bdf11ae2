import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { EventName } from '#shared/contract/channels.ts';
import type { EventPayload } from '#shared/contract/contract.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { APP_ORIGIN } from './app-address.ts';
import { HARDENED_PREFERENCES } from './hardening.ts';
import { SMALLEST, fitPlace, readPlace, writePlace } from './window-place.ts';

const FIRST_SIZE = { width: 1280, height: 800 } as const;

/** A window that has not been moved for so long stands where it is wanted, ms. */
const REST_MS = 500;

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

/**
 * Opens the one window of the app, where it was left.
 *
 * @param outFolder   absolute path of the built app
 * @param dataFolder  absolute path of the reader's data
 */
export function openWindow(outFolder: string, dataFolder: string): BrowserWindow {
  const left = readPlace(dataFolder);
  const place =
    left &&
    fitPlace(
      left,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    );
  const window = new BrowserWindow({
    ...(place?.bounds ?? FIRST_SIZE),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'حاشية',
    backgroundColor: background('system'),
    autoHideMenuBar: true,
    webPreferences: { ...HARDENED_PREFERENCES, preload: join(outFolder, 'preload', 'index.cjs') },
  });
  if (place?.maximized) window.maximize();
  keepPlace(window, dataFolder);
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** Gives the window its icon where the system does not take it from the program itself. @param outFolder absolute */
export function giveIcon(
  window: Pick<BrowserWindow, 'setIcon'>,
  outFolder: string,
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform !== 'linux') return;
  window.setIcon(join(outFolder, '..', 'resources', 'icons', 'png', '256x256.png'));
}

/** Takes down where the window is when it has come to rest there, and when it closes. */
function keepPlace(window: BrowserWindow, dataFolder: string): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isFullScreen()) return;
    writePlace(dataFolder, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
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
