import type { QueryClient } from '@tanstack/react-query';
import type { Settings } from '#shared/domain/settings.ts';
import { getLocale, interfaceDirection } from '#shared/i18n/locale.ts';
import { speak } from '#shared/i18n/speak.ts';

/** Keeps the language, digits and months of the interface as the settings say. It begins before the first rendering. */
export function followLocale(client: QueryClient): void {
  let applied: Settings | undefined;
  const apply = (): void => {
    const settings = client.getQueryData<Settings>(['settings']);
    if (!settings || settings === applied) return;
    applied = settings;
    speak(settings);
    const page = document.documentElement;
    const { language } = getLocale();
    // Chromium computes the style of every element again even when the language of the page is set to the same value.
    if (page.lang === language) return;
    page.lang = language;
    page.dir = interfaceDirection();
  };
  apply();
  // The cache calls its listeners before React, so the next rendering uses the new language.
  client.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] === 'settings') apply();
  });
}
