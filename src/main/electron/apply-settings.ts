import type { BrowserWindow } from 'electron';
import type { Settings } from '#shared/domain/settings.ts';
import { speak } from '#shared/i18n/speak.ts';
import { applyTheme } from './window.ts';

/** What the main process makes of the reader's settings: the theme of the window, the words of its menus. */
export function applySettings(window: BrowserWindow, settings: Settings): void {
  applyTheme(window, settings.theme);
  speak(settings);
}
