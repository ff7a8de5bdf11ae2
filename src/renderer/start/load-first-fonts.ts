/** The faces of the first screen, as the styles name them. */
const FACES = [
  '400 1rem "Noto Naskh"',
  '400 1rem "Plex Arabic"',
  '500 1rem "Plex Arabic"',
  '600 1rem "Plex Arabic"',
];

/** A letter of each subset. */
const LETTERS = 'عa';

/**
 * Loads the fonts of the first screen. A text that is laid out before its fonts are there asks the system
 * for others, size by size and each time across processes, only to be laid out again.
 *
 * @returns when they are there, or cannot be
 */
export async function loadFirstFonts(): Promise<void> {
  await Promise.allSettled(FACES.map((face) => document.fonts.load(face, LETTERS)));
}
