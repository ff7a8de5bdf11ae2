import { describe, expect, it } from 'vitest';
import { dropWritingSwitches, findUnsafeSwitch } from './refuse-unsandboxed.ts';

function started(switches: readonly string[], isPackaged = true) {
  const given = new Set(switches);
  return {
    isPackaged,
    given,
    commandLine: {
      hasSwitch: (name: string) => given.has(name),
      removeSwitch: (name: string) => void given.delete(name),
    },
  };
}

describe('an installed app', () => {
  it.each([
    'no-sandbox',
    'disable-setuid-sandbox',
    'disable-seccomp-filter-sandbox',
    'single-process',
  ])('does not start with --%s', (name) => {
    expect(findUnsafeSwitch(started(['lang', name]))).toBe(name);
  });

  it('starts with every other switch', () => {
    expect(findUnsafeSwitch(started(['lang', 'disable-gpu', 'user-data-dir']))).toBeNull();
  });
});

it('a checkout may run without a sandbox, as tests do', () => {
  expect(findUnsafeSwitch(started(['no-sandbox'], false))).toBeNull();
});

it('what Chromium would write down of requests and pages is not written', () => {
  const app = started(['log-net-log', 'enable-logging', 'log-file', 'lang']);

  dropWritingSwitches(app);

  expect([...app.given]).toEqual(['lang']);
});
