/** Plans how each step of the release workflow is rehearsed. */
import { AUDIT_CODES } from '../../../scripts/build/packaging/judge-audit.mjs';

const SYSTEMS = { ubuntu: 'linux', windows: 'win32', macos: 'darwin' };
const RUNNERS = { Linux: 'linux', Windows: 'win32', macOS: 'darwin' };

const CHECK = 'node scripts/build/packaging/check-release.mjs';
const APT = /^sudo apt-get update\nsudo apt-get install -y (.+)\n$/;

const as = (command, options) => () => ({ command, ...options });
const not = (reason) => () => ({ reason });

/** How each whole step is rehearsed. A step that is missing here, or whose words have changed, is unknown. */
const ANSWERS = [
  [/^actions\/checkout@/, not('an action; the checkout is this folder')],
  [/^actions\/setup-node@/, not('an action; Node is there')],
  [/^actions\/upload-artifact@/, collect],
  [/^actions\/download-artifact@/, not('an action; the files are collected by the upload')],
  [/^npm ci$/, as('npm ci --dry-run --ignore-scripts --no-audit --no-fund')],
  [/^node scripts\/build\/packaging\/check-release\.mjs$/, as(CHECK)],
  // The file of notes would be written into the checkout.
  [
    /^node scripts\/build\/packaging\/check-release\.mjs --notes > notes\.md$/,
    as(`${CHECK} --notes`),
  ],
  [APT, simulateInstall],
  [/^npm run package -- --official$/, as('npm run package -- --quick')],
  [/^sudo (chown root:root (\S+) && )sudo (chmod 4755 \2)$/, giveToRoot],
  [
    /^node tests\/packaging\/proof\/smoke-packaged\.mjs$/,
    as('node tests/packaging/proof/smoke-packaged.mjs --for-tests', { asNobody: true }),
  ],
  [/^npm run sbom$/, as('npm run sbom', { noAnswerCode: AUDIT_CODES.noAnswer })],
  [
    /^sha256sum -- \* > SHA256SUMS$/,
    as('sha256sum -- * > SHA256SUMS', { folder: 'dist/packages' }),
  ],
  [/^gh release create /, not('makes a release on GitHub')],
];

/** Links the files for the next job into one folder; patterns of other systems match nothing. */
function collect(machine, step) {
  if (machine.platform === 'win32') return { reason: 'an action, played with bash only' };
  const files = step.with.path.trim().split('\n').join(' ');
  const script = `shopt -s nullglob; rm -rf dist/packages; mkdir dist/packages; ln ${files} dist/packages`;
  return { command: `bash -c '${script}'` };
}

/** Installs nothing, but checks that apt-get knows every name. */
function simulateInstall(machine, step) {
  if (!machine.hasApt) return { reason: 'needs apt-get' };
  return { command: `apt-get install --simulate -qq ${APT.exec(step.run)[1]}` };
}

function giveToRoot(machine, step) {
  if (!machine.isRoot) return { reason: 'needs root' };
  return { command: step.run.replaceAll('sudo ', '') };
}

/**
 * Returns the plan for each step on a machine, in the order of the workflow.
 *
 * @param workflow  the parsed YAML
 * @param machine   `{ platform, isRoot, hasApt }`
 * @returns         `{ name, command, asNobody, folder, noAnswerCode }` for a step that runs, `{ name, reason }` for one that
 *                  does not. A step that ends with `noAnswerCode` could not ask here what it asks on a release machine.
 *                  `{ name }` alone is an unknown step
 */
export function planRehearsal(workflow, machine) {
  return Object.entries(workflow.jobs).flatMap(([job, { strategy, steps, ...rest }]) => {
    const systems = strategy?.matrix.os ?? [rest['runs-on']];
    const others = systems.filter((system) => platformOf(system) !== machine.platform);
    const named = (system) => ({
      name: `${job}: all steps on ${system}`,
      reason: 'another system',
    });
    const here = others.length === systems.length ? [] : steps;
    return [
      ...here.map((step) => ({ name: nameOf(job, step), ...answer(step, machine) })),
      ...others.map(named),
    ];
  });
}

const platformOf = (system) => SYSTEMS[system.split('-')[0]];

const nameOf = (job, { run, uses }) =>
  `${job}: ${(run ?? uses.replace(/@.*/, '')).trim().replaceAll('\n', '; ')}`;

function answer(step, machine) {
  const of = step.if === undefined ? null : /^runner\.os == '(Linux|Windows|macOS)'$/.exec(step.if);
  if (step.if !== undefined && !of) return {};
  if (of && RUNNERS[of[1]] !== machine.platform) return { reason: `on ${of[1]} only` };
  const found = ANSWERS.find(([whole]) => whole.test(step.run ?? step.uses));
  return found ? found[1](machine, step) : {};
}
