/** Proves that a released package ignores switches that listen, write or disable the sandbox, or does not start. */
import {
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createPackage, extractAll } from '@electron/asar';
import { readPackage } from '../../../scripts/dev/paths.mjs';
import { endApp, freePort, processesOf } from './packaged-app.mjs';
import { show } from '../../support/show.mjs';

const START_MS = 60_000;
const POLL_MS = 50;

/** With these switches the app starts, answers a search and quits, as if they had not been given. */
const FORGOTTEN = (port) => [
  [`--remote-debugging-port=${port}`],
  ['--remote-debugging-pipe'],
  ['--log-net-log=net.json'],
  [`--inspect=${port}`],
  [`--inspect-brk=${port}`],
  [`-remote-debugging-port=${port}`],
  ['--screenshot=window.png'],
];

/** With these switches the app says so and ends. Chromium may handle some before, so its traces are counted. */
const REFUSED = [
  { given: ['--no-sandbox'] },
  { given: ['--disable-setuid-sandbox'] },
  { given: ['--disable-seccomp-filter-sandbox'] },
  { given: ['--single-process'] },
  { given: ['--js-flags=--prof'], leaves: /-v8\.log$/ },
  {
    given: ['--trace-startup', '--trace-startup-file=trace.json'],
    leaves: /^(?:trace\.json|\.org\.chromium\..*)$/,
  },
  { given: ['--enable-logging=file', '--log-file=log.txt'], leaves: /^log\.txt$/ },
  { given: [], env: { ELECTRON_LOG_FILE: 'log.txt' }, leaves: /^log\.txt$/ },
  { given: [], env: { NODE_V8_COVERAGE: 'coverage' }, leaves: /^coverage$/ },
];

export async function proveSwitches({ user, env, file, version }) {
  const program = await asReleased(user, file, version);
  for (const given of FORGOTTEN(await freePort())) {
    const seen = await startWith({ user, env, program, given });
    const name = `switches: ${given.join(' ')}`;
    show(seen.line !== undefined, `${name}: starts and answers as ever`);
    show(seen.listening.length === 0, `${name}: nothing listens`, seen.listening.join(' '));
    show(seen.written.length === 0, `${name}: nothing is written`, seen.written.join(' '));
  }
  for (const { given, env: extra, leaves } of REFUSED) {
    const seen = await startWith({ user, env: { ...env, ...extra }, program, given });
    const what = given[0]?.split('=')[0] ?? Object.keys(extra)[0];
    const name = `switches: ${what}`;
    show(seen.errors.includes(what), `${name}: says that it does not run with it`);
    show(!seen.hadWindow && seen.line === undefined, `${name}: and opens no window`);
    const more = seen.written.filter((path) => !leaves?.test(path));
    show(more.length === 0, `${name}: and writes nothing of its own`, seen.written.join(' '));
  }
}

/** Unpacks the package in the user's folder without the word that it is for tests, as a reader would have it. */
async function asReleased(user, file, version) {
  const archive = join(user.home, 'switches.tar.gz');
  cpSync(file, archive);
  user.run(['tar', '-xzf', archive], {}, 300_000);
  const folder = join(user.home, `${readPackage().name}-${version}`);
  const asar = join(folder, 'resources/app.asar');
  const inside = join(user.home, 'switches-asar');
  extractAll(asar, inside);
  const manifest = JSON.parse(readFileSync(join(inside, 'package.json'), 'utf8'));
  show(manifest.forTests === true, 'switches: the package for tests says that it is one');
  delete manifest.forTests;
  writeFileSync(join(inside, 'package.json'), JSON.stringify(manifest));
  await createPackage(inside, asar);
  return join(folder, 'hashiya');
}

let starts = 0;

/** Starts the app in an empty folder and watches it until it ends, or has said that it will not continue. */
async function startWith({ user, env, program, given }) {
  const folder = join(user.home, `switches-${(starts += 1)}`);
  const data = join(user.home, `switches-data-${starts}`);
  mkdirSync(folder);
  const { uid, gid } = statSync(user.home);
  chownSync(folder, uid, gid);
  const command = [program, '--disable-gpu', '--smoke', `--user-data-dir=${data}`, ...given];
  const child = user.start(['sh', '-c', 'cd "$0" && exec "$@"', folder, ...command], env);
  let [out, errors] = ['', ''];
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (errors += data));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const listening = new Set();
  let hadWindow = false;
  for (
    const end = Date.now() + START_MS;
    child.exitCode === null && Date.now() < end;
    await wait(POLL_MS)
  ) {
    const running = processesOf(program);
    hadWindow ||= running.some(({ args }) => args.includes('--type=renderer'));
    listeners(running.map(({ pid }) => pid)).forEach((line) => listening.add(line));
    // With a screen, a system dialog waits for a click.
    if (/Hashiya does not run with|لا يعمل التطبيق مع/.test(errors)) break;
  }
  await endApp(program);
  await closed;
  const line = out.split('\n').find((text) => text.startsWith('{"hashiya"'));
  return { line, errors, hadWindow, listening: [...listening], written: readdirSync(folder) };
}

/** Returns the sockets on which one of the processes listens, as `ss` prints them. */
function listeners(pids) {
  const lines = execFileSync('ss', [
    '--listening',
    '--tcp',
    '--processes',
    '--numeric',
    '--no-header',
  ]);
  return lines
    .toString()
    .split('\n')
    .filter((line) => pids.some((pid) => line.includes(`pid=${pid},`)))
    .map((line) => line.split(/\s+/)[3]);
}
