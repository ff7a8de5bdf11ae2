import type { Settings } from '#shared/domain/settings.ts';

const DARK = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(prefers-contrast: more)';

/**
 * Sets the theme of the page. For `system` it follows the system.
 * @returns the function that stops this
 */
export function applyTheme(theme: Settings['theme']): () => void {
  const queries = [window.matchMedia(DARK), window.matchMedia(MORE_CONTRAST)];
  const apply = (): void => {
    document.documentElement.dataset['theme'] = theme === 'system' ? systemTheme() : theme;
  };
  apply();
  queries.forEach((query) => query.addEventListener('change', apply));
  return () => queries.forEach((query) => query.removeEventListener('change', apply));
}

function systemTheme(): Exclude<Settings['theme'], 'system'> {
  if (window.matchMedia(MORE_CONTRAST).matches) return 'contrast';
  return window.matchMedia(DARK).matches ? 'dark' : 'light';
}
