import type { Plugin } from 'vite';
/** Lets V8 compile the CommonJS modules of the page once instead of twice. */
export function compileModulesAtOnce(): Plugin;
/** Names the script of the page before its fonts. */
export function askForScriptFirst(): Plugin;
