/** The paths in a checkout. Everything made at run time is under `.cache/`, `out/` or `node_modules/`. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cacheDir = join(rootDir, '.cache');
export const modulesDir = join(rootDir, 'node_modules');
export const outDir = join(rootDir, 'out');

/** Reads the checkout's present package.json. */
export function readPackage(folder = rootDir) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
