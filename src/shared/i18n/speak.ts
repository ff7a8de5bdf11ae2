import type { Settings } from '../domain/settings.ts';
import { setLocale } from './locale.ts';
import { setMeaningNames } from './own-names.ts';

/** Lets the interface speak as the settings say. */
export function speak(settings: Settings): void {
  setMeaningNames(settings.meaningNames);
  setLocale(settings);
}
