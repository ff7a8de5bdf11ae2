import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planRehearsal } from './plan.mjs';

const readWorkflow = () => parse(readFileSync('.github/workflows/release.yml', 'utf8'));

const MACHINES = [
  { platform: 'linux', isRoot: true, hasApt: true },
  { platform: 'linux', isRoot: false, hasApt: false },
  { platform: 'win32', isRoot: false, hasApt: false },
  { platform: 'darwin', isRoot: false, hasApt: false },
];
const [DEBIAN, FEDORA, WINDOWS] = MACHINES;

const unknown = (plan) => plan.filter(({ command, reason }) => !command && !reason);
const planned = (machine, part) =>
  planRehearsal(readWorkflow(), machine).find(({ name }) => name.includes(part));

describe('the rehearsal of a release', () => {
  it.each(MACHINES)('runs every step or says why not, on %j', (machine) => {
    expect(unknown(planRehearsal(readWorkflow(), machine))).toEqual([]);
  });

  it('has all steps of the workflow in their order, and names the other systems', () => {
    const names = planRehearsal(readWorkflow(), DEBIAN).map(({ name }) => name);
    const { package: packing, draft } = readWorkflow().jobs;

    expect(names).toHaveLength(packing.steps.length + 2 + draft.steps.length);
    expect(names.filter((name) => name.includes('all steps on'))).toEqual([
      'package: all steps on windows-latest',
      'package: all steps on macos-latest',
    ]);
  });

  it.each([
    ['a new command', (steps) => steps.push({ run: 'node scripts/new.mjs' })],
    ['a new action', (steps) => steps.push({ uses: 'actions/cache@0' })],
    ['another word', (steps) => (steps.find(({ run }) => run === 'npm run sbom').run += ' -- --x')],
    ['another condition', (steps) => (steps[3].if = 'always()')],
  ])('does not know a step with %s', (_, change) => {
    const workflow = readWorkflow();
    change(workflow.jobs.package.steps);

    expect(unknown(planRehearsal(workflow, DEBIAN))).toHaveLength(1);
  });

  it('does what the machine and its user allow', () => {
    expect(planned(DEBIAN, 'apt-get').command).toMatch(/^apt-get install --simulate -qq --no/);
    expect(planned(FEDORA, 'apt-get').reason).toBe('needs apt-get');
    expect(planned(DEBIAN, 'chown').command).not.toContain('sudo');
    expect(planned(FEDORA, 'chown').reason).toBe('needs root');
    expect(planned(WINDOWS, 'chown').reason).toBe('on Linux only');
    expect(planned(WINDOWS, 'upload').reason).toContain('bash');
    expect(planned(DEBIAN, 'upload').command).toContain(' dist/*.deb ');
  });
});
