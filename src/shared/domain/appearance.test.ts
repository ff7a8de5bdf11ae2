import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  changeAppearance,
  hasOwnAppearance,
  resetAppearance,
  separateAppearance,
  settingsOf,
} from './appearance.ts';
import { articleIdSchema } from './article.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';
import {
  type Settings,
  type SettingsPatch,
  restoreSettings,
  settingsPatchSchema,
} from './settings.ts';

const ID = v.parse(articleIdSchema, 'an-article');
const OTHER = v.parse(articleIdSchema, 'another');
const change = (settings: Settings, patch: SettingsPatch): Settings =>
  restoreSettings({ ...settings, ...patch });
const separated = change(
  DEFAULT_SETTINGS,
  separateAppearance({ ...DEFAULT_SETTINGS, readingSizePx: 25 }, ID, true),
);

describe('the appearance of an article', () => {
  it('is that of the library until the article gets its own', () => {
    expect(changeAppearance(DEFAULT_SETTINGS, ID, { justify: true })).toEqual({ justify: true });
    expect(hasOwnAppearance(DEFAULT_SETTINGS, ID)).toBe(false);
  });

  it('starts as the appearance on the screen and then changes independently', () => {
    const patch = changeAppearance(separated, ID, { readingFont: 'amiri' });
    const settings = change(separated, patch);

    expect(settingsOf(settings, ID)).toMatchObject({ readingSizePx: 25, readingFont: 'amiri' });
    expect(settingsOf(settings, OTHER).readingFont).toBe('naskh');
    expect(v.safeParse(settingsPatchSchema, patch).success).toBe(true);
  });

  it('can be reset to the defaults, and given up for that of the library', () => {
    const reset = change(separated, resetAppearance(separated, ID));
    expect(settingsOf(reset, ID)).toMatchObject({ readingSizePx: 21 });

    const joined = change(separated, separateAppearance(separated, ID, false));
    expect(hasOwnAppearance(joined, ID)).toBe(false);
  });
});
