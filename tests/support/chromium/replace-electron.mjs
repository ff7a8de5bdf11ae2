/** Module hooks for Node that replace every import of `electron` by the stand-in beside this file. */
import { registerHooks } from 'node:module';

const STAND_IN = new URL('./electron-stand-in.mjs', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
});
