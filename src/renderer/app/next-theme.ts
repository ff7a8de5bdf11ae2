import { THEMES } from '#shared/domain/choices.ts';
import type { Settings } from '#shared/domain/settings.ts';

/** The next theme. The first one follows the last. */
export function nextTheme(theme: Settings['theme']): Settings['theme'] {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
