import { z } from 'zod';
import { meaningSchema } from './annotation.ts';

export const THEMES = ['light', 'dark'] as const;
export const READING_FONTS = ['naskh', 'amiri', 'scheherazade', 'plex', 'vazirmatn'] as const;

/** Reading sizes in CSS pixels of the normalised fonts. */
export const READING_SIZES_PX = [17, 19, 21, 23, 25, 27, 29, 32] as const;

/** Each key falls back to its own default, so one bad value never takes the others along. */
export const settingsSchema = z.object({
  theme: z.enum([...THEMES, 'system']).catch('system'),
  readingFont: z.enum(READING_FONTS).catch('naskh'),
  readingSizePx: z
    .union(READING_SIZES_PX.map((size) => z.literal(size)))
    .catch(21),
  /** The meaning that the H key uses. */
  lastMeaning: meaningSchema.catch('important'),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
