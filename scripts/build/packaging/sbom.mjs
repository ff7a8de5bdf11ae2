/**
 * `npm run sbom`: writes dist/sbom.cdx.json and dist/THIRD-PARTY-LICENSES.txt from what the build contains, and asks `npm
 * audit` about the same packages. It ends with 1 when npm knows a hole in a part of the app that SECURITY.md does not
 * answer, and with 3 when the registry gave no answer; the files are written then, but nothing is known of holes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from '../../dev/build.mjs';
import { npmCommand } from '../../dev/command.mjs';
import { rootDir } from '../../dev/paths.mjs';
import { readParts } from '../bundled-modules.mjs';
import { sayAudit } from './judge-audit.mjs';
import { bomOf, licencesText } from './third-party.mjs';
import { spawnSync } from 'node:child_process';
import { readOptions } from '../../dev/options.mjs';

readOptions('sbom');
await ensureBuild();
const packages = readParts();
const folder = join(rootDir, 'dist');
mkdirSync(folder, { recursive: true });
const bom = bomOf(packages);
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licencesText(packages));
console.log(`${packages.length} packages, Electron among them: dist/sbom.cdx.json`);
for (const [licence, of] of countBy(packages, ({ license }) => license)) {
  console.log(`  ${licence.padEnd(14)} ${of}`);
}
audit(packages);

function countBy(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

/** Asks npm about holes in our tools and parts, and sets the exit code. */
function audit(parts) {
  const [command, ...before] = npmCommand();
  const { stdout } = spawnSync(command, [...before, 'audit', '--json'], {
    cwd: rootDir,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: command === 'npm.cmd',
  });
  const security = readFileSync(join(rootDir, 'SECURITY.md'), 'utf8');
  const { lines, code } = sayAudit(stdout ?? '', parts, security);
  for (const line of lines) console.log(line);
  process.exitCode = code;
}
