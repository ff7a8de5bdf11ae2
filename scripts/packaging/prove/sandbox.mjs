/** Chromium's sandbox: that it is on, and what becomes of it where nobody may make user namespaces. */
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { refusalOf, startPackaged } from './packaged-app.mjs';
import { show } from './report.mjs';

/** Chromium's own sandbox, as the kernel sees it. */
export function showSandbox(name, processes) {
  const renderers = processes.filter(({ args }) => args.includes('--type=renderer'));
  const filters = renderers.map(({ seccomp }) => seccomp);
  show(
    filters.length > 0 && filters.every((filter) => filter === '2'),
    `${name}: the renderer is behind a system call filter`,
    `Seccomp ${filters.join(' ')}`,
  );
  const isFree = processes.some(({ args }) => args.includes('--no-sandbox'));
  show(!isFree, `${name}: nothing runs with --no-sandbox`);
  show(
    processes.every(({ user }) => user !== '0'),
    `${name}: nothing runs as root`,
  );
}

/** Where user namespaces are refused the SUID program does the work; nothing has to be said for it. */
export async function proveSuid({ name, ...app }) {
  const jailed = inJail(app);
  show(isRefused(jailed.user), `${name}: an ordinary user cannot make a user namespace`);
  const started = await startPackaged(jailed);
  showSandbox(name, started.processes());
  const helper = join(dirname(app.program), 'chrome-sandbox');
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  show(
    running.some((line) => line.startsWith(helper)),
    `${name}: chrome-sandbox is what was used`,
  );
  await started.quit();
}

/** Without an install script: refuses, says why, and works after the two commands of its read-me. */
export async function proveAdvice({ name, ...app }) {
  const folder = dirname(app.program);
  const helper = join(folder, 'chrome-sandbox');
  const said = await refusalOf(inJail(app));
  show(said !== null, `${name}: does not start without a sandbox`);
  show(said?.includes(helper) === true, `${name}: and names the file that has to be changed`);
  const readMe = readFileSync(join(folder, 'READ-ME.txt'), 'utf8');
  const advice = ['sudo chown root: chrome-sandbox', 'sudo chmod 4755 chrome-sandbox'];
  show(
    advice.every((line) => readMe.includes(line)),
    `${name}: its READ-ME.txt says how`,
  );
  const { mode } = statSync(helper);
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
  await proveSuid({ name: `${name}, after that`, ...app });
  chmodSync(helper, mode & 0o777);
}

/** The app of a user who may not make namespaces: called as before, seen from outside under the jail's root. */
function inJail({ user, program, command = program, ...app }) {
  const jailed = user.withoutNamespaces();
  return { ...app, user: jailed, command, program: join(jailed.root, program) };
}

function isRefused(user) {
  try {
    user.run(['unshare', '--user', 'true']);
    return false;
  } catch (error) {
    return /not permitted/.test(error.message);
  }
}
