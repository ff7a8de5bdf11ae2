/** Records which npm packages are really inside the build. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { outDir, rootDir } from '../dev/paths.mjs';

const PARTS = ['main', 'preload', 'renderer', 'converter'];
const MODULES = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/@]+)[\\/]/;

/** Creates a plugin of the build that writes the folders of the packages whose modules or files went into `part`. */
export function listBundledModules(part) {
  return {
    name: `bundled-modules-${part}`,
    writeBundle(_options, bundle) {
      const sources = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds : (file.originalFileNames ?? []),
      );
      const fromRoot = part === 'renderer' ? join(rootDir, 'src/renderer') : rootDir;
      const folders = new Set(sources.map((id) => packageFolder(id, fromRoot)).filter(Boolean));
      const list = [...folders].map((folder) => folder.slice(rootDir.length + 1)).toSorted();
      writeFileSync(listPath(part), `${JSON.stringify(list, null, 1)}\n`);
    },
  };
}

/** Returns the folder of the npm package to which a module of the build belongs, or `null`. */
export function packageFolder(id, fromRoot) {
  const path = resolve(fromRoot, id.replace(/^\0/, '').split('?')[0]);
  return MODULES.exec(path)?.[1] ?? null;
}

/** Returns the folders, from the root, of the npm packages in the build. */
export function readBundledFolders() {
  return [...new Set(PARTS.flatMap((part) => JSON.parse(readFileSync(listPath(part), 'utf8'))))];
}

/**
 * Returns everything in the app that others have made: Electron, and the npm packages in the build. Licences, the list of
 * parts and known holes are derived from it.
 *
 * @returns `[{ name, version, license, folder, texts }]`, by name; `texts` are its licence files
 */
export function readParts() {
  return ['node_modules/electron', ...readBundledFolders()]
    .map(describePackage)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function describePackage(folder) {
  const path = join(rootDir, folder);
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(path)
    .filter((file) => /^(licen[cs]e|copying|notice|ofl)/i.test(file))
    .map((file) => readFileSync(join(path, file), 'utf8').trim());
  return { name, version, license, author: author?.name ?? author, homepage, folder, texts };
}

function listPath(part) {
  return join(outDir, `bundled-modules-${part}.json`);
}
