import type { ArticleId } from './article.ts';
import { APPEARANCE_KEYS } from './choices.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';
import type { Appearance, Settings, SettingsPatch } from './settings.ts';

/** Returns the settings that apply to one article: its own appearance replaces that of the library. */
export function settingsOf(settings: Settings, articleId: ArticleId): Settings {
  // The cast is safe because data from JSON never contains `undefined`.
  return { ...settings, ...(settings.articleAppearances[articleId] as Partial<Appearance>) };
}

/** True when the article has an appearance of its own. */
export const hasOwnAppearance = (settings: Settings, articleId: ArticleId): boolean =>
  settings.articleAppearances[articleId] !== undefined;

/** Changes the article's own appearance if it has one, or else that of the library. */
export function changeAppearance(
  settings: Settings,
  articleId: ArticleId,
  change: Partial<Appearance>,
): SettingsPatch {
  const own = settings.articleAppearances[articleId];
  return own
    ? replaceOwn(settings, articleId, { ...(own as Partial<Appearance>), ...change })
    : change;
}

/** Gives an article an appearance of its own, which starts as the present one, or removes it. */
export function separateAppearance(
  settings: Settings,
  articleId: ArticleId,
  separate: boolean,
): SettingsPatch {
  return replaceOwn(settings, articleId, separate ? pick(settings) : undefined);
}

/** Resets the article's own appearance if it has one, or else that of the library, to the defaults. */
export const resetAppearance = (settings: Settings, articleId: ArticleId): SettingsPatch =>
  changeAppearance(settings, articleId, pick(DEFAULT_SETTINGS));

function replaceOwn(
  { articleAppearances }: Settings,
  articleId: ArticleId,
  own: Partial<Appearance> | undefined,
): SettingsPatch {
  const others = Object.entries(articleAppearances).filter(([id]) => id !== articleId);
  return { articleAppearances: Object.fromEntries(own ? [...others, [articleId, own]] : others) };
}

const pick = (settings: Settings): Partial<Appearance> =>
  Object.fromEntries(APPEARANCE_KEYS.map((key) => [key, settings[key]]));
