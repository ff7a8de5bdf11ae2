import type { ReadingFont } from '#shared/domain/settings.ts';

/** The font family of each reading font, as `styles/fonts.css` names it. */
export const FONT_FAMILIES: Readonly<Record<ReadingFont, string>> = {
  naskh: '"Noto Naskh", serif',
  amiri: 'Amiri, "Noto Naskh", serif',
  scheherazade: 'Scheherazade, "Noto Naskh", serif',
  plex: '"Plex Arabic", sans-serif',
  vazirmatn: 'Vazirmatn, "Plex Arabic", sans-serif',
};
