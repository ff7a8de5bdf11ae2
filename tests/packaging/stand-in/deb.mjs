/** Makes a deb from a prepared root folder with dpkg-deb. */
import { execFileSync } from 'node:child_process';
import { cpSync, chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export function buildDeb(options, root) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const installedKb = Math.ceil(
    Number(
      execFileSync('du', ['-sk', '--apparent-size', root], { encoding: 'utf8' }).split('\t')[0],
    ),
  );
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(join(control, 'control'), controlText(options, installedKb));
  writeFileSync(
    join(control, 'md5sums'),
    paths.map((path) => `${md5(path)}  ${relative(root, path)}\n`).join(''),
  );
  for (const [name, script] of [
    ['postinst', options.afterInstall],
    ['postrm', options.afterRemove],
  ]) {
    cpSync(script, join(control, name));
    chmodSync(join(control, name), 0o755);
  }
  const compression = { gz: 'gzip' }[options.compression] ?? options.compression;
  execFileSync(
    'dpkg-deb',
    ['--root-owner-group', `-Z${compression}`, '--build', root, options.output],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

/** Returns the description of the package for dpkg. */
export function controlText(options, installedKb) {
  const fields = [
    ['Package', options.name],
    ['Version', options.iteration ? `${options.version}-${options.iteration}` : options.version],
    ['Architecture', options.architecture],
    ['Maintainer', options.maintainer],
    ['Installed-Size', String(installedKb)],
    ['Depends', options.depends.join(', ')],
    ['Recommends', options.recommends.join(', ')],
    ['Section', options.category],
    ['Priority', options.priority],
    ['Homepage', options.url],
    ['Description', describe(options.description)],
  ];
  return fields
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** Formats a description: the first line is the synopsis, the others are indented, and an empty one is a dot. */
function describe(text) {
  const [first = '', ...rest] = text.trim().split('\n');
  return [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
}

function md5(path) {
  return createHash('md5').update(readFileSync(path)).digest('hex');
}
