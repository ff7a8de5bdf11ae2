import { useSyncExternalStore } from 'react';
import { type Locale, getLocale, onLocaleChange } from '#shared/i18n/locale.ts';

/** Draws a component again when the interface changes its language; for those that skip other changes. */
export const useLocale = (): Locale => useSyncExternalStore(onLocaleChange, getLocale);
