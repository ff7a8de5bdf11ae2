/** A folder that electron-builder can pack with our config, with another app inside. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, readPackage, rootDir } from '../../dev/paths.mjs';

/** What the config asks for beside the app itself. */
const SHARED = ['resources/icons', 'resources/packaging', 'LICENSE'];

/**
 * @param name          of the folder
 * @param options.main  the entry, as in package.json
 * @param options.fill  is given the app's own folder, `out/`, empty
 * @returns             its path
 */
export function makeProjectFolder(name, { main, version = readPackage().version, fill }) {
  const project = join(cacheDir, 'packaging', `${name}-project`);
  rmSync(project, { recursive: true, force: true });
  for (const shared of SHARED) {
    cpSync(join(rootDir, shared), join(project, shared), { recursive: true });
  }
  const out = join(project, 'out');
  mkdirSync(out, { recursive: true });
  fill(out);
  const { name: app, description, license, author, homepage, ...rest } = readPackage();
  const about = { name: app, version, description, license, author, homepage, main };
  const { electron } = rest.devDependencies;
  const manifest = { ...about, desktopName: rest.desktopName, devDependencies: { electron } };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  return project;
}
