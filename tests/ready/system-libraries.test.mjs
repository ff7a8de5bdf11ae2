import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  aptLine,
  currentNames,
  ensureSystemLibraries,
  LIBRARIES,
  missingPackages,
} from '../../scripts/dev/system-libraries.mjs';

/** Returns what `ldconfig -p` prints for these libraries. */
const listing = (libraries) =>
  libraries.map(([, soname]) => `\t${soname} (libc6,x86-64) => /lib/${soname}\n`).join('');

const COMPLETE = { known: listing(LIBRARIES), needsScreen: false, hasXvfb: false };

describe('missing system packages', () => {
  it('are none on a complete machine with a screen', () => {
    assert.deepEqual(missingPackages(COMPLETE), []);
  });

  it('are those whose library is missing', () => {
    const known = listing(LIBRARIES.filter(([name]) => name !== 'libnss3'));

    assert.deepEqual(missingPackages({ ...COMPLETE, known }), ['libnss3']);
  });

  it('do not mistake a longer name for the library', () => {
    const known = listing(LIBRARIES).replace('libgbm.so.1 ', 'libgbm.so.12 ');

    assert.deepEqual(missingPackages({ ...COMPLETE, known }), ['libgbm1']);
  });

  it('include a virtual screen if there is none', () => {
    assert.deepEqual(missingPackages({ ...COMPLETE, needsScreen: true }), ['xvfb', 'xauth']);
  });

  it('do not include an existing virtual screen', () => {
    const state = { ...COMPLETE, needsScreen: true, hasXvfb: true };

    assert.deepEqual(missingPackages(state), []);
  });

  it('are unknown without ldconfig, so none is named', () => {
    assert.deepEqual(missingPackages({ ...COMPLETE, known: null }), []);
  });
});

describe('the libraries of a system', () => {
  const asked = async (platform) => {
    let times = 0;
    await ensureSystemLibraries(false, platform, () => {
      times++;
      return null;
    });
    return times;
  };

  it('are looked for on Linux', async () => {
    assert.equal(await asked('linux'), 1);
  });

  it('come with Electron on every other', async () => {
    assert.equal(await asked('darwin'), 0);
    assert.equal(await asked('win32'), 0);
  });
});

describe('the line to type', () => {
  it('names every package and no recommended one', () => {
    assert.equal(
      aptLine(['libgtk-3-0', 'xvfb']),
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 xvfb',
    );
  });
});

describe('package names', () => {
  it('follow the 64-bit time change if the distribution made it', () => {
    const names = currentNames(['libasound2', 'libgbm1'], (name) => name === 'libasound2t64');

    assert.deepEqual(names, ['libasound2t64', 'libgbm1']);
  });
});
