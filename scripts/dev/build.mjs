/** Builds the app into out/ when something it is made from has changed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './command.mjs';
import { outDir, readPackage, rootDir } from './paths.mjs';
import { say, SetupError } from './say.mjs';
import { fingerprint, readStamp, removeStamp, writeStamp } from './stamp.mjs';

/** What the build reads. It writes to out/ only, else it would find itself stale each time. */
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
  // Taken before building: what changes meanwhile makes the result stale again.
  const key = fingerprint(rootDir, INPUTS);
  const hasEntry = existsSync(join(rootDir, readPackage().main));
  if (hasEntry && readStamp(stampPath)?.key === key) return;
  say('building');
  removeStamp(stampPath);
  const code = await runNpm(['run', 'build', '--loglevel=error']);
  if (code !== 0) throw new SetupError('the build failed');
  writeStamp(stampPath, { key });
}
