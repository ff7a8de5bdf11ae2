import type { Settings } from '#shared/domain/settings.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Puts a theme on the page and, for `system`, follows the system. Returns what stops following. */
export function applyTheme(theme: Settings['theme']): () => void {
  const query = window.matchMedia(DARK);
  const apply = (): void => {
    const dark = theme === 'system' ? query.matches : theme === 'dark';
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  };
  apply();
  query.addEventListener('change', apply);
  return () => query.removeEventListener('change', apply);
}
