import * as v from 'valibot';
import { meaningSchema } from './annotation.ts';
import {
  type APPEARANCE_KEYS,
  DIGITS,
  LANGUAGES,
  LIBRARY_ORDERS,
  LIBRARY_VIEWS,
  LINE_HEIGHTS,
  MEANINGS,
  MEASURES_EM,
  MONTHS,
  MOTIONS,
  READING_FONTS,
  READING_SIZES_PX,
  READING_WEIGHTS,
  THEMES,
} from './choices.ts';
import { articleIdSchema } from './article.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';
import { MAX_APPEARANCES, MAX_MEANING_NAME_UTF16 } from './limits.ts';
import { tryParse } from './parse.ts';
import { plainRecord, timeSchema } from './primitives.ts';

export type ReadingFont = (typeof READING_FONTS)[number];

const appearance = {
  readingFont: v.picklist(READING_FONTS),
  readingSizePx: v.picklist(READING_SIZES_PX),
  readingLineHeight: v.picklist(LINE_HEIGHTS),
  readingMeasureEm: v.picklist(MEASURES_EM),
  readingWeight: v.picklist(READING_WEIGHTS),
  /** True when both edges of the text are straight. */
  justify: v.boolean(),
  /** True when vowel signs are hidden; the stored text keeps them. */
  hideTashkeel: v.boolean(),
} satisfies Record<(typeof APPEARANCE_KEYS)[number], v.GenericSchema>;

const entries = {
  ...appearance,
  language: v.picklist(LANGUAGES),
  digits: v.picklist(DIGITS),
  months: v.picklist(MONTHS),
  /** Shows the Hijri date beside the Gregorian one at the head of an open article. Citations and exports do not depend on it. */
  hijri: v.boolean(),
  theme: v.picklist(THEMES),
  motion: v.picklist(MOTIONS),
  /** The meaning that the H key applies. */
  lastMeaning: meaningSchema,
  /** True when letters, digits and signs alone are shortcuts. WCAG 2.1.4 requires a way to turn them off. */
  singleKeys: v.boolean(),
  /** The names that the reader gave to meanings. */
  meaningNames: plainRecord(
    v.picklist(MEANINGS),
    v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_MEANING_NAME_UTF16)),
  ),
  /** Draws a line with the meaning's pattern below every highlight. */
  highlightLines: v.boolean(),
  /** True once the reader closed the hint about highlighting; it is then not shown again. */
  markHintClosed: v.boolean(),
  libraryView: v.picklist(LIBRARY_VIEWS),
  libraryOrder: v.picklist(LIBRARY_ORDERS),
  /**
   * Articles that were added later than this are in the list of new ones. It is the time at which the newest article was
   * added when the reader closed that list; `null` before the first time.
   */
  newSeenUntil: v.nullable(timeSchema),
  /** For each article with an appearance of its own, the settings that differ from the library's. */
  articleAppearances: v.pipe(
    plainRecord(articleIdSchema, v.partial(v.strictObject(appearance))),
    v.check((each) => Object.keys(each).length <= MAX_APPEARANCES, 'not so many'),
  ),
};

/** The settings as they cross the process boundary: every key must be present and known. */
export const settingsSchema = v.strictObject(entries);
export type Settings = v.InferOutput<typeof settingsSchema>;

/** How the text of an article looks. */
export type Appearance = Pick<Settings, (typeof APPEARANCE_KEYS)[number]>;

/** A change of settings: only the keys that change. */
export const settingsPatchSchema = v.partial(settingsSchema);
export type SettingsPatch = v.InferOutput<typeof settingsPatchSchema>;

/**
 * Reads settings from the disk. Each missing or invalid value is replaced by its own default, so that one invalid
 * value never affects the others.
 */
export function restoreSettings(stored: unknown): Settings {
  const record: Record<string, unknown> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const known = Object.entries(entries).flatMap(([key, schema]) => {
    const parsed = tryParse(schema, record[key]);
    return parsed.success ? [[key, parsed.output] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) };
}
