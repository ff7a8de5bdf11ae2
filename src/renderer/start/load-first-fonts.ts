/** The font faces of the first screen, as the styles name them. */
const FACES = [
  '400 1rem "Noto Naskh"',
  '400 1rem "Plex Arabic"',
  '500 1rem "Plex Arabic"',
  '600 1rem "Plex Arabic"',
];

/** One letter of each subset of the fonts. */
const LETTERS = 'عa';

/**
 * Loads the fonts of the first screen. A text that is laid out before its fonts have loaded is laid out twice, and the
 * browser first asks another process for a system font of each size.
 *
 * @returns a promise that resolves when the fonts are loaded or cannot be loaded
 */
export async function loadFirstFonts(): Promise<void> {
  await Promise.allSettled(FACES.map((face) => document.fonts.load(face, LETTERS)));
}
