import { MAIN } from './main-tricks.mjs';
import { WINDOW } from './window-tricks.mjs';

/**
 * The tricks of the start: what each does, where it is, on which engine it is measured, and the patches that remove it. A
 * patch that no longer fits ends the benchmark, so that no measurement is meaningless.
 */
export const AS_IS = { id: 'as-is', what: 'the app as it is', where: '', patches: [] };

export const VARIANTS = [...WINDOW, ...MAIN];
