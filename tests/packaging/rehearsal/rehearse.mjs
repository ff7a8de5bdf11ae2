/**
 * `npm run rehearse [-- --dry] [-- --only=TEXT]`: runs the steps of the release workflow in their order, as far as this
 * machine can: packages are compressed less and contain the Electron that is available here. A failed step does not stop
 * the next. Prints a table, and ends with 1 when a step failed. `--only` selects steps with this text; `--dry` runs
 * nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { childEnv } from '../../../scripts/dev/command.mjs';
import { readPackage, rootDir } from '../../../scripts/dev/paths.mjs';
import { endWith, SetupError } from '../../../scripts/dev/say.mjs';
import { isOnPath } from '../../../scripts/dev/system-libraries.mjs';
import { planRehearsal } from './plan.mjs';
import { readOptions } from '../../../scripts/dev/options.mjs';

const WORKFLOW = '.github/workflows/release.yml';
/** The user and the group of nobody on Debian. A user without rights keeps Chromium's sandbox. */
const NOBODY = 65_534;

/** Runs one step in a shell with its output on the terminal. @returns the table's text, and whether it is a failure */
function perform({ command, reason, asNobody, folder = '.', noAnswerCode }, machine, isDry) {
  if (reason) return { says: `not here: ${reason}` };
  if (!command) return { says: 'UNKNOWN: rehearsal/plan.mjs does not say how', hasFailed: true };
  if (isDry) return { says: `would run: ${command}` };
  process.stdout.write(`\n── ${command}\n`);
  const isNobody = asNobody && machine.isRoot;
  const home = isNobody ? { HOME: tmpdir() } : {};
  const startMs = performance.now();
  const { status } = spawnSync(command, {
    ...(isNobody ? { uid: NOBODY, gid: NOBODY } : {}),
    cwd: join(rootDir, folder),
    env: childEnv({ ...home, GITHUB_REF_NAME: `v${readPackage().version}` }),
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  const isUnasked = noAnswerCode !== undefined && status === noAnswerCode;
  const outcome = status === 0 ? 'ok' : isUnasked ? 'NO ANSWER HERE' : 'FAILED';
  return { says: `${outcome}, ${seconds} s: ${command}`, hasFailed: status !== 0 && !isUnasked };
}

function rehearse({ only, dry }) {
  const machine = {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasApt: isOnPath('apt-get'),
  };
  const plan = planRehearsal(parse(readFileSync(join(rootDir, WORKFLOW), 'utf8')), machine);
  const chosen = plan.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) throw new SetupError(`no step has "${only}" in it`);
  const results = chosen.map((step) => ({
    ...step,
    ...perform(step, machine, dry),
  }));
  for (const { name, says } of results) console.log(`${name.slice(0, 60).padEnd(60)}  ${says}`);
  if (results.some(({ hasFailed }) => hasFailed)) process.exitCode = 1;
}

const { values } = readOptions('rehearse', {
  dry: { type: 'boolean', default: false, help: 'runs nothing' },
  only: { type: 'string', default: '', help: 'only the steps with this text in them' },
});
try {
  rehearse(values);
} catch (error) {
  endWith(error);
}
