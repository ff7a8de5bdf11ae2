/**
 * `npm run prove:package`: installs what `npm run package` made on this Debian machine, uses it as an
 * ordinary user, removes it, and says line by line what was seen. Needs root: it installs a package and
 * makes a user, and takes both away again.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { chmodSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from '../ready/display.mjs';
import { cacheDir, readPackage, rootDir } from '../ready/paths.mjs';
import { endWith, SetupError } from '../ready/say.mjs';
import { ensurePrograms } from '../ready/system-libraries.mjs';
import { APP_FOLDER, proveInstalled } from './prove/installed.mjs';
import { proveJourney, showSandbox } from './prove/journey.mjs';
import { createOrdinaryUser } from './prove/ordinary-user.mjs';
import { processesOf, startPackaged } from './prove/packaged-app.mjs';
import { countFailures, show } from './prove/report.mjs';

const { name, version } = readPackage();
const dist = join(rootDir, 'dist');
const debFile = join(dist, `${name}_${version}_amd64.deb`);
const rpmFile = join(dist, `${name}-${version}.x86_64.rpm`);
const tarFile = join(dist, `${name}-${version}.tar.gz`);
/** `--only deb` proves one kind. */
const onlyAt = process.argv.indexOf('--only');
const KINDS = onlyAt > 0 ? [process.argv[onlyAt + 1]] : ['deb', 'rpm', 'tar.gz'];
const FILES = [debFile, rpmFile, tarFile].filter((file) =>
  KINDS.some((kind) => file.endsWith(kind)),
);

const pictures = join(cacheDir, 'proof');

const apt = (args) =>
  execFileSync('apt-get', ['-y', '-qq', '--no-install-recommends', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });

try {
  if (process.getuid?.() !== 0)
    throw new SetupError('prove:package needs root, on a Debian to spare');
  for (const file of FILES) {
    if (!existsSync(file)) throw new SetupError(`${file} is missing: run npm run package`);
  }
  await ensurePrograms([
    ['desktop-file-validate', 'desktop-file-utils'],
    ['gio', 'libglib2.0-bin'],
    ['update-mime-database', 'shared-mime-info'],
    ['rpm', 'rpm'],
    ['rpm2cpio', 'rpm2cpio'],
    ['cpio', 'cpio'],
  ]);
  await proveAll();
  console.log(countFailures() === 0 ? 'all shown' : `${countFailures()} lines are not true`);
  process.exitCode = countFailures() === 0 ? 0 : 1;
} catch (error) {
  endWith(error);
}

async function proveAll() {
  const user = createOrdinaryUser();
  const screen = await startDisplay();
  mkdirSync(pictures, { recursive: true });
  try {
    if (KINDS.includes('deb')) await proveDeb(user, screen.env);
    if (KINDS.includes('rpm')) await proveRpm(user, screen.env);
    if (KINDS.includes('tar.gz')) await proveTar(user, screen.env);
  } finally {
    screen.stop();
    user.remove();
  }
}

async function proveDeb(user, env) {
  apt(['install', '--reinstall', debFile]);
  try {
    await proveInstalled(debFile);
    const program = join(APP_FOLDER, 'hashiya');
    const app = { user, env, program };
    const picture = join(pictures, 'installed.png');
    await proveJourney({ ...app, name: 'deb', command: '/usr/bin/hashiya', picture });
    await proveSuid(app);
    await proveAssociation(app);
  } finally {
    apt(['remove', name]);
    apt(['purge', name]);
  }
  const left = leftOver(user);
  show(left.length === 0, 'remove and purge leave nothing of the package', left.join(' '));
  const data = readdirSync(join(user.home, '.config/Hashiya'));
  show(data.includes('journal') || data.length > 0, "the reader's own data stays", data.join(' '));
}

/** Where ordinary users may not make namespaces, Chromium uses its SUID program; here it is made to. */
async function proveSuid(app) {
  const started = await startPackaged({ ...app, args: ['--disable-namespace-sandbox'] });
  showSandbox('deb, without user namespaces', started.processes());
  const helper = execFileSync('ps', ['-eo', 'uid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`${APP_FOLDER}/chrome-sandbox`));
  show(helper.length > 0, 'deb, without user namespaces: chrome-sandbox is what was used');
  await started.quit();
}

/** A double click on a backup starts the app with its path. */
async function proveAssociation({ user, env, program }) {
  const file = join(user.home, 'مكتبتي.hashiya');
  writeFileSync(file, '{}');
  // Without a desktop xdg-open only asks `file`; gio asks the system's types, as file managers do.
  const info = user.run(['gio', 'info', '--attributes=standard::content-type', file]);
  const type = /content-type: (.*)/.exec(info)?.[1] ?? '';
  show(type === 'application/vnd.hashiya.backup', 'a .hashiya file has our type', type);
  const handler = user.run(['gio', 'mime', type]).trim();
  show(handler.includes('hashiya.desktop'), 'our launcher opens it');
  const opened = user.start(['gio', 'open', file], env);
  const closed = new Promise((resolve) => opened.once('close', resolve));
  const got = await waitFor(() => argumentsOf(program).some((arg) => arg === file));
  show(got, 'opening it starts the app with its path');
  const running = argumentsOf(program);
  show(running.length > 0 && !running.includes('--no-sandbox'), 'and with its sandbox');
  for (const { pid } of processesOf(program)) endProcess(pid);
  await closed;
}

async function proveRpm(user, env) {
  const root = mkdtempSync(join(tmpdir(), 'hashiya-rpm-'));
  try {
    const scratch = ['--root', root, '--dbpath', '/var/lib/rpm'];
    // Debian cannot satisfy Fedora's names, and the scratch root has no shell for the script.
    execFileSync('rpm', [...scratch, '--install', '--nodeps', '--noscripts', rpmFile], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const asked = execFileSync('rpm', ['-qp', '--requires', rpmFile], { encoding: 'utf8' });
    show(
      asked.includes('gtk3'),
      'rpm: asks for its libraries',
      asked.trim().split('\n').join(', '),
    );
    const scripts = execFileSync('rpm', ['-qp', '--scripts', rpmFile], { encoding: 'utf8' });
    show(scripts.includes('chmod 4755'), 'rpm: its script makes chrome-sandbox usable');
    const folder = join(root, APP_FOLDER);
    chmodSync(root, 0o755);
    chmodSync(join(folder, 'chrome-sandbox'), 0o4755); // As that script does.
    await proveJourney({
      ...fresh(user, 'rpm'),
      env,
      name: 'rpm',
      program: join(folder, 'hashiya'),
    });
    execFileSync('rpm', [...scratch, '--erase', '--noscripts', name]);
    show(!existsSync(folder), 'rpm: erasing it takes its folder away');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function proveTar(user, env) {
  const archive = join(user.home, 'hashiya.tar.gz');
  cpSync(tarFile, archive);
  user.run(['tar', '-xzf', archive], {}, 300_000);
  const program = join(user.home, `${name}-${version}`, 'hashiya');
  await proveJourney({ ...fresh(user, 'tar.gz'), env, name: 'tar.gz', program });
}

/** The same user with a data folder that nobody has used. */
function fresh(user, label) {
  return { user, args: [`--user-data-dir=${join(user.home, `data-${label}`)}`] };
}

function leftOver(user) {
  const places = [
    APP_FOLDER,
    '/usr/bin/hashiya',
    '/usr/share/applications/hashiya.desktop',
    '/usr/share/mime/packages/hashiya.xml',
    '/usr/share/doc/hashiya',
    '/etc/apparmor.d/hashiya',
    '/var/lib/dpkg/info/hashiya.list',
  ];
  const icons = execFileSync('find', ['/usr/share/icons', '-name', 'hashiya.*'], {
    encoding: 'utf8',
  });
  const types = readFileSync('/usr/share/mime/globs2', 'utf8');
  show(!types.includes('hashiya'), 'the file type is gone');
  show(existsSync(join(user.home, '.config/Hashiya')), "the reader's folder is there");
  return [...places.filter((path) => existsSync(path)), ...icons.split('\n').filter(Boolean)];
}

function argumentsOf(program) {
  return processesOf(program).flatMap(({ args }) => args);
}

function endProcess(pid) {
  try {
    process.kill(pid);
  } catch {
    // It went with its parent.
  }
}

async function waitFor(isTrue, limitMs = 60_000) {
  for (const end = Date.now() + limitMs; Date.now() < end;) {
    if (isTrue()) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return isTrue();
}
