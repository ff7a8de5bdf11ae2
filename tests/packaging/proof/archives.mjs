/** Proves the rpm in a scratch root, and the tar.gz in the user's own folder. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackage } from '../../../scripts/dev/paths.mjs';
import { APP_FOLDER } from './installed.mjs';
import { proveJourney } from './journey.mjs';
import { show } from '../../support/show.mjs';
import { proveAdvice } from './sandbox.mjs';

const { name } = readPackage();
const SCRATCH_DB = ['--dbpath', '/var/lib/rpm'];

export async function proveRpm({ user, env, file }) {
  const root = mkdtempSync(join(tmpdir(), 'hashiya-rpm-'));
  const rpm = (...args) =>
    execFileSync('rpm', ['--root', root, ...SCRATCH_DB, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  try {
    // Debian cannot satisfy Fedora's package names, and the scratch root has no shell for the script.
    rpm('--install', '--nodeps', '--noscripts', file);
    showQuestions(file);
    const folder = join(root, APP_FOLDER);
    chmodSync(root, 0o755);
    chmodSync(join(folder, 'chrome-sandbox'), 0o4755); // The package's script does the same.
    const program = join(folder, 'hashiya');
    await proveJourney({ ...fresh(user, 'rpm'), env, name: 'rpm', program });
    rpm('--erase', '--noscripts', name);
    show(!existsSync(folder), 'rpm: erasing it takes its folder away');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function showQuestions(file) {
  const ask = (what) => execFileSync('rpm', ['-qp', what, file], { encoding: 'utf8' }).trim();
  const needs = ask('--requires').split('\n');
  show(needs.includes('gtk3'), 'rpm: asks for its libraries', needs.join(', '));
  show(ask('--scripts').includes('chmod 4755'), 'rpm: its script makes chrome-sandbox usable');
}

export async function proveTar({ user, env, file, version }) {
  const archive = join(user.home, 'hashiya.tar.gz');
  cpSync(file, archive);
  user.run(['tar', '-xzf', archive], {}, 300_000);
  const program = join(user.home, `${name}-${version}`, 'hashiya');
  const app = { ...fresh(user, 'tar.gz'), env, program };
  await proveJourney({ ...app, name: 'tar.gz' });
  await proveAdvice({ ...app, name: 'tar.gz, no user namespaces' });
}

/** Returns the same user with a new data folder. */
function fresh(user, label) {
  return { user, args: [`--user-data-dir=${join(user.home, `data-${label}`)}`] };
}
