/** Proves that Chromium's sandbox is on, and what happens where nobody may create user namespaces. */
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { refusalOf, startPackaged } from './packaged-app.mjs';
import { show } from '../../support/show.mjs';

const TEXT = `خبر من السهل\n\n${'عاد مزارعو السهل إلى حقولهم هذا الأسبوع بعد موسم أمطار طويل. '.repeat(5)}`;

/**
 * Lets the app convert a text, for which it starts the converter, and finds the new renderer.
 *
 * @param app  from `startPackaged`
 * @returns    the converter's process, or `undefined`
 */
export async function showConverter(name, { page, processes }) {
  const before = new Set(processes().map(({ pid }) => pid));
  const outcome = await page.evaluate(
    (text) => window.bridge.invoke('import/text', { text, html: null }),
    TEXT,
  );
  show(outcome.ok && outcome.value.kind === 'added', `${name}: a text is converted`);
  const started = processes().filter(
    (each) => kindOf(each) === 'renderer' && !before.has(each.pid),
  );
  show(
    started.length === 1 && started[0].seccomp === '2',
    `${name}: by a process of its own behind a system call filter`,
    started.map(({ pid, seccomp }) => `pid ${pid}, Seccomp ${seccomp}`).join('; '),
  );
  return started[0];
}

/** Processes that read a document, or use the network for one, and so must have a filter. The others are only printed. */
const CONFINED = ['renderer'];

/** Prints Chromium's own sandbox, as the kernel sees it in every process of the app. */
export function showSandbox(name, processes) {
  const kinds = processes.map((each) => ({ ...each, kind: kindOf(each) }));
  const states = kinds.map(({ kind, seccomp }) => `${kind} ${seccomp}`).toSorted();
  console.log(`--    ${name}: Seccomp of all ${kinds.length} processes: ${states.join(', ')}`);
  const confined = kinds.filter(({ kind }) => CONFINED.includes(kind));
  show(
    confined.length > 0 && confined.every(({ seccomp }) => seccomp === '2'),
    `${name}: every renderer is behind a system call filter`,
    confined.map(({ kind, seccomp }) => `${kind}: Seccomp ${seccomp}`).join(', '),
  );
  const isFree = processes.some(({ args }) => args.includes('--no-sandbox'));
  show(!isFree, `${name}: nothing runs with --no-sandbox`);
  show(
    processes.every(({ user }) => user !== '0'),
    `${name}: nothing runs as root`,
  );
}

/** Returns what Chromium calls a process: `browser`, `zygote`, `renderer`, `gpu-process`, or a utility's service. */
function kindOf({ args }) {
  const valueOf = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  return valueOf('utility-sub-type') ?? valueOf('type') ?? 'browser';
}

/** Proves that the SUID program works where user namespaces are refused, without any option. */
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

/** Proves that the app without an install script refuses to start, says why, and works after two commands. */
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

/** Returns the app for a user who may not create namespaces; its processes appear under the jail's root. */
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
