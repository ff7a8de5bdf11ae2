/** Builds the app into out/ when one of its sources has changed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './command.mjs';
import { outDir, readPackage, rootDir } from './paths.mjs';
import { say, SetupError } from './say.mjs';
import { fingerprint, readStamp, removeStamp, writeStamp } from './stamp.mjs';

/** What the build reads. It writes only to out/, because otherwise it would always find itself out of date. */
const INPUTS = [
  'src',
  'resources',
  'scripts/build/library.ts',
  'scripts/build/bundled-modules.mjs',
  'scripts/build/write-about.mjs',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.converter.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.node.json',
  'tsconfig.shared.json',
  'tsconfig.web.json',
];

const stampPath = join(outDir, '.ready.json');

export async function ensureBuild() {
  // The fingerprint is taken before building, so that a change during the build makes the result out of date.
  const key = fingerprint(rootDir, INPUTS);
  const hasEntry = existsSync(join(rootDir, readPackage().main));
  if (hasEntry && readStamp(stampPath)?.key === key) return;
  say('building');
  removeStamp(stampPath);
  const code = await runNpm(['run', 'build', '--loglevel=error']);
  if (code !== 0) throw new SetupError('the build failed');
  writeStamp(stampPath, { key });
}
