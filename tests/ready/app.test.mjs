import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, it } from 'node:test';
import { chromiumSwitches, isNoise } from '../../scripts/dev/app.mjs';
import { childEnv, npmCommand } from '../../scripts/dev/command.mjs';
import { hasDisplay } from '../../scripts/dev/display.mjs';
import { waitForPicture } from '../../scripts/dev/first-window.mjs';
import { modulesDir } from '../../scripts/dev/paths.mjs';

const X11 = { DISPLAY: ':0' };

describe('switches for Chromium', () => {
  it('turn the sandbox off for root only', () => {
    assert.deepEqual(chromiumSwitches({ isRoot: true, env: X11 }), ['--no-sandbox']);
    assert.deepEqual(chromiumSwitches({ isRoot: false, env: X11 }), []);
  });

  it('leave out a graphics card on a virtual screen', () => {
    assert.deepEqual(chromiumSwitches({ isVirtual: true, env: {} }), ['--disable-gpu']);
  });

  it('ask for Wayland if there is nothing else', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0' };

    assert.deepEqual(chromiumSwitches({ isRoot: false, env }), ['--ozone-platform=wayland']);
  });
});

describe('lines on stderr', () => {
  it('are noise when Chromium misses a system bus', () => {
    assert.ok(isNoise('[12:1122/023908.8:ERROR:bus.cc(399)] Failed to connect to the bus'));
  });

  it('are kept when the app wrote them', () => {
    assert.ok(!isNoise('Error: bus.cc is not a file'));
  });
});

describe('a screen', () => {
  it('is missing on Linux without a display', () => {
    assert.equal(hasDisplay({ DISPLAY: '' }, 'linux'), false);
  });

  it('is there with X11 or Wayland, and on every other system', () => {
    assert.equal(hasDisplay({ DISPLAY: ':0' }, 'linux'), true);
    assert.equal(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'), true);
    assert.equal(hasDisplay({}, 'darwin'), true);
  });
});

describe('programs that the commands start', () => {
  it('find the tools of node_modules first, and once', () => {
    const bin = join(modulesDir, '.bin');
    const path = ['/usr/bin', bin].join(delimiter);

    assert.equal(childEnv({}, { PATH: path }).PATH, [bin, '/usr/bin'].join(delimiter));
  });

  it('use the npm that started the command', () => {
    const env = { npm_execpath: '/lib/npm/bin/npm-cli.js', npm_node_execpath: '/bin/node' };

    assert.deepEqual(npmCommand(env, 'linux'), ['/bin/node', '/lib/npm/bin/npm-cli.js']);
  });

  it('do not take another package manager for npm', () => {
    assert.deepEqual(npmCommand({ npm_execpath: '/lib/yarn.js' }, 'win32'), ['npm.cmd']);
    assert.deepEqual(npmCommand({ npm_execpath: '/lib/yarn.js' }, 'linux'), ['npm']);
  });
});

describe('the picture of the first window', () => {
  it('is there once its last chunk is written', async () => {
    assert.equal(
      await isAccepted(Buffer.from('\x89PNG…IEND\xae\x42\x60\x82', 'latin1'), 1000),
      true,
    );
  });

  it('is not there while the app still writes', async () => {
    assert.equal(await isAccepted(Buffer.from('\x89PNG…IE', 'latin1'), 0), false);
  });
});

/** Tells whether a file with these bytes counts as a complete picture in time. */
async function isAccepted(bytes, timeoutMs) {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-picture-'));
  writeFileSync(join(folder, 'a.png'), bytes);
  const { signal } = new AbortController();
  const isThere = await waitForPicture(join(folder, 'a.png'), { timeoutMs, signal });
  rmSync(folder, { recursive: true });
  return isThere;
}
