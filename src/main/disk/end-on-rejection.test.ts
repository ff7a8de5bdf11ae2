import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const MODULE = new URL('./end-on-rejection.ts', import.meta.url).href;

/** Runs a worker that rejects a promise and would otherwise never end. @returns its exit code */
function runWorker(prepare: string): number | null {
  const script = `
    ${prepare}
    // As Electron sets it for utility processes: a rejection alone is only a warning.
    Promise.reject(new Error('lost'));
    setTimeout(() => process.exit(0), 300);
  `;
  const args = ['--unhandled-rejections=warn', '--input-type=module', '--eval', script];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).status;
}

describe('a rejection that nobody handles', () => {
  it('ends the worker', () => {
    expect(runWorker(`import { endOnRejection } from '${MODULE}'; endOnRejection();`)).toBe(1);
  });

  it('would otherwise let it live on', () => {
    expect(runWorker('')).toBe(0);
  });
});
