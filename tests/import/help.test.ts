import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const call = (script: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    encoding: 'utf8',
  });

const SCRIPTS = [
  'scripts/dev/library/import.ts',
  'scripts/dev/library/export.ts',
  'scripts/dev/library/search.ts',
];

describe.each(SCRIPTS)('%s', (script) => {
  it.each(['--help', '-h'])('with %s tells how to use it', (option) => {
    const { status, stdout, stderr } = call(script, option);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^usage: npm run -s \w+ -- /);
  });
});

describe.each(SCRIPTS.slice(0, 2))('%s', (script) => {
  it('names an unknown option, without a stack trace', () => {
    const { status, stderr } = call(script, '--no-such-option');

    expect(status).toBe(2);
    expect(stderr).toContain('--no-such-option');
    expect(stderr).toContain('usage: npm run -s');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
