/** Makes an rpm from a prepared root folder with rpmbuild. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compression level and kind, as rpm writes them. */
const PAYLOADS = { gzip: 'w6.gzdio', xz: 'w6.xzdio', xzmt: 'w6T0.xzdio', none: 'w0.ufdio' };

export function buildRpm(options, root, work) {
  const spec = join(work, 'package.spec');
  writeFileSync(spec, specText(options, ownedPaths(root)));
  execFileSync(
    'rpmbuild',
    [
      '-bb',
      '--quiet',
      `--target=${options.architecture}-${options.os}`,
      `--define=_topdir ${join(work, 'rpmbuild')}`,
      `--define=_binary_payload ${PAYLOADS[options.compression]}`,
      `--define=staged ${root}`,
      // A program that was built elsewhere is packed unchanged.
      '--define=__os_install_post %{nil}',
      '--define=_build_id_links none',
      '--define=debug_package %{nil}',
      spec,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const folder = join(work, 'rpmbuild', 'RPMS', options.architecture);
  const [built] = readdirSync(folder);
  copyFileSync(join(folder, built), options.output);
  if (!existsSync(options.output)) throw new Error('rpmbuild wrote nothing');
}

/** Returns the app's own folder as a whole, and elsewhere single files, because those folders belong to the system. */
function ownedPaths(root) {
  const apps = readdirSync(join(root, 'opt')).map((name) => `"/opt/${name}"`);
  const shared = readdirSync(join(root, 'usr'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `"${join(entry.parentPath, entry.name).slice(root.length)}"`);
  return [...apps, ...shared];
}

function specText(options, paths) {
  const lines = [
    `Name: ${options.name}`,
    `Version: ${options.version}`,
    `Release: ${options.iteration ?? 1}`,
    `Summary: ${(options.summary ?? options.description).split('\n')[0]}`,
    `License: ${options.license}`,
    `Group: ${options.category}`,
    `URL: ${options.url}`,
    `Vendor: ${options.vendor}`,
    `Packager: ${options.maintainer}`,
    'AutoReqProv: no',
    ...options.depends.map((name) => `Requires: ${name}`),
    '%description',
    options.description.replaceAll('%', '%%'),
    '%install',
    'mkdir -p %{buildroot}',
    'cp -a %{staged}/. %{buildroot}/',
    '%post',
    scriptText(options.afterInstall),
    '%postun',
    scriptText(options.afterRemove),
    '%files',
    '%defattr(-,root,root,-)',
    ...paths,
  ];
  return `${lines.join('\n')}\n`;
}

const scriptText = (path) => readFileSync(path, 'utf8').replaceAll('%', '%%');
