import { useSyncExternalStore } from 'react';
import { type Locale, getLocale, onLocaleChange } from '#shared/i18n/locale.ts';

/** The language of the interface. A memoised component that calls this is drawn again when the language changes. */
export const useLocale = (): Locale => useSyncExternalStore(onLocaleChange, getLocale);
