/** An empty Electron app, packed exactly as Hashiya is: what size and start cannot go below. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, readPackage, rootDir } from '../../dev/paths.mjs';
import { ensureElectron } from '../../dev/electron/electron.mjs';
import { fallbackEnv } from './fallback-runtime.mjs';
import { pack } from './pack.mjs';
import { makeProjectFolder } from './project-folder.mjs';

/** The empty window of the start benchmark, with what the config asks for. */
export function makeEmptyProject() {
  return makeProjectFolder('empty', {
    main: 'out/main.cjs',
    fill: (out) => {
      cpSync(join(rootDir, 'scripts/bench/empty-window'), out, { recursive: true });
      writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), '');
    },
  });
}

/**
 * Packs a project into a folder of the cache.
 *
 * @param targets  as electron-builder names them; `dir` makes no package
 * @returns        the folder; the program is in its `linux-unpacked/`
 */
export async function packInto(name, project, targets, extraEnv = {}) {
  const electron = await ensureElectron();
  const out = join(cacheDir, 'packaging', name);
  rmSync(out, { recursive: true, force: true });
  await pack({
    args: ['--projectDir', project, '--linux'],
    targets,
    env: {
      ...(electron.fallback && (await fallbackEnv(electron, readPackage(project).version))),
      ...extraEnv,
      HASHIYA_PACKAGE_OUT: out,
    },
  });
  return out;
}
