import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ensureChromium, findChromium, readVersion } from '../../scripts/dev/chromium.mjs';

describe('a Chromium for the tests', () => {
  let old;
  let current;
  before(() => {
    old = mkdtempSync(join(tmpdir(), 'hashiya-old-'));
    current = mkdtempSync(join(tmpdir(), 'hashiya-current-'));
    for (const folder of [old, current]) writeFileSync(join(folder, 'chromium'), '');
  });
  after(() => {
    for (const folder of [old, current]) rmSync(folder, { recursive: true });
  });
  const versionOf = (path) =>
    path.startsWith(old) ? 'Chromium 155.0.1.2' : 'Chromium 157.0.3.4 built on Debian';

  it('is the first one on the PATH that is new enough', () => {
    const found = findChromium({ PATH: [old, current].join(delimiter) }, versionOf);

    assert.deepEqual(found, { path: join(current, 'chromium'), version: '157.0.3.4' });
  });

  it('is none when all are too old or do not start', () => {
    assert.equal(findChromium({ PATH: old }, versionOf), null);
    assert.equal(
      findChromium({ PATH: current }, () => null),
      null,
    );
  });

  it('is the one without windows where both are installed', () => {
    writeFileSync(join(current, 'chromium-headless-shell'), '');

    const found = findChromium({ PATH: current }, versionOf);
    rmSync(join(current, 'chromium-headless-shell'));

    assert.equal(found?.path, join(current, 'chromium-headless-shell'));
  });

  it('is installed on Linux only', async () => {
    const installed = [];
    const install = (programs) => installed.push(programs);
    await ensureChromium({ PATH: '' }, 'darwin', install);
    await ensureChromium({ PATH: '' }, 'win32', install);
    assert.deepEqual(installed, []);

    await ensureChromium({ PATH: '' }, 'linux', install);

    assert.deepEqual(installed, [
      [['chromium-headless-shell', 'chromium-headless-shell']],
      [['chromium', 'chromium']],
    ]);
  });

  it('can be named', () => {
    const found = findChromium({ PATH: old, HASHIYA_CHROMIUM: '/opt/chrome' }, versionOf);

    assert.equal(found?.path, '/opt/chrome');
  });

  it('prints its version in several forms', () => {
    assert.equal(readVersion('Google Chrome 156.0.8078.108 '), '156.0.8078.108');
    assert.equal(readVersion(''), null);
    assert.equal(readVersion(null), null);
  });
});
