import * as z from 'zod';
import { meaningSchema } from './annotation.ts';
import { DIGITS, LANGUAGES, MONTHS, READING_FONTS, READING_SIZES_PX, THEMES } from './choices.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';

export type ReadingFont = (typeof READING_FONTS)[number];

const shape = {
  language: z.enum(LANGUAGES),
  digits: z.enum(DIGITS),
  months: z.enum(MONTHS),
  /** The Hijri date beside the Gregorian one where a date is shown in full. */
  hijri: z.boolean(),
  theme: z.enum(THEMES),
  readingFont: z.enum(READING_FONTS),
  readingSizePx: z.union(READING_SIZES_PX.map((size) => z.literal(size))),
  /** The meaning that the H key uses. */
  lastMeaning: meaningSchema,
  /** Letters, digits and signs alone are shortcuts (WCAG 2.1.4 asks for a way to turn them off). */
  singleKeys: z.boolean(),
};

/** What crosses the process boundary: strict, every key known. */
export const settingsSchema = z.strictObject(shape);
export type Settings = z.infer<typeof settingsSchema>;

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
