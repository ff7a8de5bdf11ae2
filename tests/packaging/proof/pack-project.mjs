/** Packs another app with our config, in a folder that electron-builder accepts as a project. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, readPackage, rootDir } from '../../../scripts/dev/paths.mjs';
import { ensureElectron } from '../../../scripts/dev/electron/electron.mjs';
import { fallbackEnv } from '../stand-in/fallback-runtime.mjs';
import { QUICK, pack } from '../../../scripts/build/packaging/pack.mjs';

/** What the config needs besides the app itself. */
const SHARED = ['resources/icons', 'resources/packaging', 'LICENSE'];

/**
 * Makes the folder.
 *
 * @param name     of the folder
 * @param version  of the app
 * @param fill     fills the app's own folder, `out/`, which is empty
 * @returns        its path
 */
export function makeProjectFolder(name, version, fill) {
  const project = join(cacheDir, 'packaging', `${name}-project`);
  rmSync(project, { recursive: true, force: true });
  for (const shared of SHARED) {
    cpSync(join(rootDir, shared), join(project, shared), { recursive: true });
  }
  const out = join(project, 'out');
  mkdirSync(out, { recursive: true });
  fill(out);
  const { name: app, description, license, author, homepage, main, ...rest } = readPackage();
  const about = { name: app, version, description, license, author, homepage, main };
  const { electron } = rest.devDependencies;
  const manifest = { ...about, desktopName: rest.desktopName, devDependencies: { electron } };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  return project;
}

/** Packs the project as a deb with less compression. @returns the folder of the cache with the deb */
export async function packDeb(name, project) {
  const electron = await ensureElectron();
  const out = join(cacheDir, 'packaging', name);
  rmSync(out, { recursive: true, force: true });
  await pack({
    args: ['--projectDir', project, '--linux'],
    targets: ['deb'],
    env: {
      ...(electron.fallback && (await fallbackEnv(electron, readPackage(project).version))),
      ...QUICK,
      HASHIYA_PACKAGE_OUT: out,
    },
  });
  return out;
}
