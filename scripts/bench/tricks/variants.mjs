import { MAIN } from './main-tricks.mjs';
import { WINDOW } from './window-tricks.mjs';

/**
 * The tricks made for the start: for each what it is, where, the engine that it is measured on, and the patches that
 * take it away. A patch that no longer fits ends the benchmark, so that none measures nothing.
 */
export const AS_IS = { id: 'as-is', what: 'the app as it is', where: '', patches: [] };

export const VARIANTS = [...WINDOW, ...MAIN];
