/**
 * Refuses to make a release that is not ready. The tag is GITHUB_REF_NAME.
 *
 * `--notes` prints what CHANGELOG.md says about the version instead of the verdict.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage, rootDir } from '../../dev/paths.mjs';
import { releaseProblems, sectionOf } from './release-notes.mjs';
import { readOptions } from '../../dev/options.mjs';

const { values } = readOptions('package:check', {
  notes: { type: 'boolean', default: false, help: 'prints what CHANGELOG.md says of the version' },
});
const manifest = readPackage();
const changelog = readFileSync(join(rootDir, 'CHANGELOG.md'), 'utf8');
const problems = releaseProblems(manifest, changelog, process.env.GITHUB_REF_NAME ?? '');
if (problems.length > 0) {
  for (const problem of problems) console.error(`not ready: ${problem}`);
  process.exitCode = 1;
} else if (values.notes) {
  console.log(sectionOf(changelog, manifest.version));
} else {
  console.log(`ready: ${manifest.version}`);
}
