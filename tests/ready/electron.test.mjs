import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runtimeEnv } from '../../scripts/dev/electron/electron.mjs';
import { isRetryDue } from '../../scripts/dev/electron/official-electron.mjs';
import {
  hasRegistryElectron,
  verifyIntegrity,
} from '../../scripts/dev/electron/registry-electron.mjs';

const NOW_MS = Date.parse('2026-01-02T12:00:00Z');
const failedAt = (at) => ({ version: '45.4.1', reason: 'ENOTFOUND', at });

describe('downloading the official Electron', () => {
  it('is tried when it never failed', () => {
    assert.equal(isRetryDue(null, '45.4.1', NOW_MS), true);
  });

  it('is not repeated within a day', () => {
    assert.equal(isRetryDue(failedAt('2026-01-01T12:00:01Z'), '45.4.1', NOW_MS), false);
  });

  it('is repeated after a day', () => {
    assert.equal(isRetryDue(failedAt('2026-01-01T12:00:00Z'), '45.4.1', NOW_MS), true);
  });

  it('is repeated for another version', () => {
    assert.equal(isRetryDue(failedAt('2026-01-02T11:00:00Z'), '45.4.2', NOW_MS), true);
  });

  it('is repeated when the failure lies in the future or has no readable date', () => {
    assert.equal(isRetryDue(failedAt('2026-02-01T12:00:00Z'), '45.4.1', NOW_MS), true);
    assert.equal(isRetryDue(failedAt('yesterday'), '45.4.1', NOW_MS), true);
  });
});

describe('the Electron from the registry', () => {
  it('exists for Linux x64 only', () => {
    assert.equal(hasRegistryElectron('linux', 'x64'), true);
    assert.equal(hasRegistryElectron('linux', 'arm64'), false);
    assert.equal(hasRegistryElectron('darwin', 'x64'), false);
  });

  it('is refused when it is not the pinned file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hashiya-integrity-'));
    const file = join(folder, 'runtime.tgz');
    writeFileSync(file, 'something else');

    await assert.rejects(verifyIntegrity(file), /is not the file it should be/);

    rmSync(folder, { recursive: true });
  });

  it('is named to the app', () => {
    assert.deepEqual(runtimeEnv({ fallback: true }), { HASHIYA_FALLBACK_RUNTIME: '1' });
    assert.deepEqual(runtimeEnv({ fallback: false }), {});
  });
});
