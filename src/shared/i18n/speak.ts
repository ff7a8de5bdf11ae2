import type { Settings } from '../domain/settings.ts';
import { setLocale } from './locale.ts';
import { setMeaningNames } from './own-names.ts';

/** Sets the language of the interface and the names of meanings from the settings. */
export function speak(settings: Settings): void {
  setMeaningNames(settings.meaningNames);
  setLocale(settings);
}
