/** Builds the app once unchanged, and once without each trick, in separate folders. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../dev/paths.mjs';

/** The files that a build reads. */
const SOURCES =
  /^(?:src|scripts|resources|package\.json|electron\.vite\.config\.ts|tsconfig.*\.json)$/;

/**
 * Builds the app with the patches of a variant. A folder that already contains it is left unchanged.
 *
 * @param folder   absolute path of the folder to build in
 * @param variant  from `variants.mjs`; without patches it is the unchanged app
 */
export function buildVariant(folder, variant) {
  const done = join(folder, 'variant.json');
  if (existsSync(done)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(rootDir).filter((each) => SOURCES.test(each)))
    cpSync(join(rootDir, name), join(folder, name), { recursive: true });
  symlinkSync(join(rootDir, 'node_modules'), join(folder, 'node_modules'));
  for (const patch of variant.patches) applyPatch(folder, patch);
  execFileSync('npx', ['electron-vite', 'build'], { cwd: folder, stdio: 'pipe' });
  cpSync(join(rootDir, 'out/library'), join(folder, 'out/library'), { recursive: true });
  const { patches: _patches, ...description } = variant;
  writeFileSync(done, JSON.stringify(description));
}

/** Replaces one passage of one file. @throws when the passage is missing, because the variant is then out of date */
function applyPatch(folder, { file, from, to }) {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  const parts = source.split(from);
  if (parts.length < 2) throw new Error(`${file} no longer holds «${from}»`);
  writeFileSync(path, parts.join(to));
}
