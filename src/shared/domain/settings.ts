import * as z from 'zod';
import { meaningSchema } from './annotation.ts';
import {
  type APPEARANCE_KEYS,
  DIGITS,
  LANGUAGES,
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
import { MAX_MEANING_NAME_UTF16 } from './limits.ts';

export type ReadingFont = (typeof READING_FONTS)[number];

const appearance = {
  readingFont: z.enum(READING_FONTS),
  readingSizePx: z.literal(READING_SIZES_PX),
  readingLineHeight: z.literal(LINE_HEIGHTS),
  readingMeasureEm: z.literal(MEASURES_EM),
  readingWeight: z.literal(READING_WEIGHTS),
  /** Both edges of the text are straight. */
  justify: z.boolean(),
  /** Vowel signs are not shown; the text itself keeps them. */
  hideTashkeel: z.boolean(),
} satisfies Record<(typeof APPEARANCE_KEYS)[number], z.ZodType>;

const shape = {
  ...appearance,
  language: z.enum(LANGUAGES),
  digits: z.enum(DIGITS),
  months: z.enum(MONTHS),
  /** The Hijri date beside the Gregorian one where a date is shown in full. */
  hijri: z.boolean(),
  theme: z.enum(THEMES),
  motion: z.enum(MOTIONS),
  /** The meaning that the H key uses. */
  lastMeaning: meaningSchema,
  /** Letters, digits and signs alone are shortcuts (WCAG 2.1.4 asks for a way to turn them off). */
  singleKeys: z.boolean(),
  /** The reader's own names of the meanings. */
  meaningNames: z.partialRecord(
    z.enum(MEANINGS),
    z.string().trim().min(1).max(MAX_MEANING_NAME_UTF16),
  ),
  /** A line with the meaning's pattern below every highlight. */
  highlightLines: z.boolean(),
  /** What single articles have in place of the library's appearance. */
  articleAppearances: z.record(articleIdSchema, z.strictObject(appearance).partial()),
};

/** What crosses the process boundary: strict, every key known. */
export const settingsSchema = z.strictObject(shape);
export type Settings = z.infer<typeof settingsSchema>;

/** How the text of an article looks. */
export type Appearance = Pick<Settings, (typeof APPEARANCE_KEYS)[number]>;

/** A change: only the keys that change. */
export const settingsPatchSchema = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/**
 * Reads settings from disk. Each bad or missing key falls back to its own default,
 * so that one bad value never takes the others along.
 */
export function restoreSettings(stored: unknown): Settings {
  const record: Record<string, unknown> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const known = Object.entries(shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(record[key]);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) };
}
