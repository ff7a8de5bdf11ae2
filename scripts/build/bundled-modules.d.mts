import type { Plugin } from 'vite';
/** Writes down which npm packages went into one part of the build. */
export function listBundledModules(part: string): Plugin;
