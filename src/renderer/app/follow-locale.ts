import type { QueryClient } from '@tanstack/react-query';
import type { Settings } from '#shared/domain/settings.ts';
import { getLocale, interfaceDirection } from '#shared/i18n/locale.ts';
import { speak } from '#shared/i18n/speak.ts';

/** Lets the interface speak as the settings say, from before its first picture on. */
export function followLocale(client: QueryClient): void {
  let applied: Settings | undefined;
  const apply = (): void => {
    const settings = client.getQueryData<Settings>(['settings']);
    if (!settings || settings === applied) return;
    applied = settings;
    speak(settings);
    const page = document.documentElement;
    const { language } = getLocale();
    // Setting the page's language, even to what it is, makes Chromium style every element anew.
    if (page.lang === language) return;
    page.lang = language;
    page.dir = interfaceDirection();
  };
  apply();
  // The cache tells its listeners before it tells React, so whatever is drawn next speaks rightly.
  client.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] === 'settings') apply();
  });
}
