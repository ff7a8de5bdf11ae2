import type { BrowserWindow } from 'electron';
import type { Settings } from '#shared/domain/settings.ts';
import { speak } from '#shared/i18n/speak.ts';
import { applyTheme } from './window.ts';

/** Applies the settings that concern the main process: the theme of the window, and the language of its menus. */
export function applySettings(window: BrowserWindow, settings: Settings): void {
  applyTheme(window, settings.theme);
  speak(settings);
}
