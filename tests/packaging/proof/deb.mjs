/** Proves the deb: installs it with apt, uses it, opens it by its file type, and removes it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage } from '../../../scripts/dev/paths.mjs';
import { proveAssociation } from './association.mjs';
import { APP_FOLDER, DESKTOP_FILE, PROGRAM, proveInstalled } from './installed.mjs';
import { JOURNEY_MARK, proveJourney } from './journey.mjs';
import { show } from '../../support/show.mjs';
import { proveSuid } from './sandbox.mjs';

const { name } = readPackage();

export const apt = (args) =>
  execFileSync('apt-get', ['-y', '-qq', '--no-install-recommends', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });

export function removeDeb() {
  apt(['remove', name]);
  apt(['purge', name]);
}

/** @param pictures  the folder for pictures of the window */
export async function proveDeb({ user, env, file, pictures }) {
  try {
    apt(['install', '--reinstall', file]);
    await proveInstalled(file);
    showVersion();
    const app = { user, env, program: PROGRAM, command: '/usr/bin/hashiya' };
    await proveJourney({ ...app, name: 'deb', picture: join(pictures, 'installed-window.png') });
    await proveSuid({ ...app, name: 'deb, no user namespaces' });
    const { article } = JOURNEY_MARK;
    await proveAssociation({ ...app, article, picture: join(pictures, 'installed-question.png') });
  } finally {
    removeDeb();
  }
  showLeftOver(user);
}

/** Shows that a machine with a package for tests gets the real one of the same number as an upgrade. */
function showVersion() {
  const installed = execFileSync('dpkg-query', ['-W', '-f=${Version}', name], { encoding: 'utf8' });
  const { version } = readPackage();
  if (installed === version) return;
  const isOlder = spawnSync('dpkg', ['--compare-versions', installed, 'lt', version]).status === 0;
  show(isOlder, 'dpkg takes the package for tests for older than the release', installed);
}

function showLeftOver(user) {
  const places = [
    APP_FOLDER,
    '/usr/bin/hashiya',
    DESKTOP_FILE,
    '/usr/share/mime/packages/hashiya.xml',
    '/usr/share/doc/hashiya',
    '/etc/apparmor.d/hashiya',
    '/var/lib/dpkg/info/hashiya.list',
  ].filter((path) => existsSync(path));
  const shared = execFileSync('find', ['/usr', '/etc', '/opt', '-iname', '*hashiya*'], {
    encoding: 'utf8',
  });
  const left = [...places, ...shared.split('\n').filter(Boolean)];
  show(left.length === 0, 'remove and purge leave nothing of the package', left.join(' '));
  const types = readFileSync('/usr/share/mime/globs2', 'utf8');
  show(!types.includes('hashiya'), 'the file type is gone');
  const data = readdirSync(join(user.home, '.config/Hashiya'));
  const kept = ['journal', 'marks', 'history', 'backups'].filter((entry) => data.includes(entry));
  show(kept.length === 4, "only the reader's data is left", `~/.config/Hashiya: ${kept.join(' ')}`);
}
