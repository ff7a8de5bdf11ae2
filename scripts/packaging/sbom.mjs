/**
 * `npm run sbom`: writes dist/sbom.cdx.json and dist/THIRD-PARTY-LICENSES.txt from what the build bundles,
 * and asks `npm audit` about the same packages.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from '../ready/build.mjs';
import { npmCommand } from '../ready/command.mjs';
import { rootDir } from '../ready/paths.mjs';
import { readParts } from './bundled-modules.mjs';
import { judgeAudit } from './judge-audit.mjs';
import { bomOf, licencesText } from './third-party.mjs';
import { spawnSync } from 'node:child_process';

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

/**
 * Everything that npm knows against our tools and parts. What is inside the app, and not answered in SECURITY.md,
 * makes this command fail.
 */
function audit(parts) {
  const [command, ...before] = npmCommand();
  const { stdout } = spawnSync(command, [...before, 'audit', '--json'], {
    cwd: rootDir,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: command === 'npm.cmd',
  });
  const report = readJson(stdout);
  if (!report?.vulnerabilities) {
    console.log('npm audit: the registry gave no answer; ask again where it does');
    return;
  }
  const found = judgeAudit(report, parts, readFileSync(join(rootDir, 'SECURITY.md'), 'utf8'));
  for (const { name, severity, advisories, isInside, isAnswered } of found) {
    const where = isInside ? `INSIDE THE APP, ${isAnswered ? '' : 'not '}answered` : 'a tool';
    console.log(`npm audit: ${name} (${severity}, ${advisories.join(' ')}), ${where}`);
  }
  console.log(`npm audit: ${found.length} packages with known holes`);
  if (found.some(({ isInside, isAnswered }) => isInside && !isAnswered)) process.exitCode = 1;
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not an answer of npm's.
  }
}
