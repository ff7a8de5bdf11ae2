import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropGiven, findRefused } from './given-switches.ts';

let appPath = '';
beforeEach(() => {
  appPath = mkdtempSync(join(tmpdir(), 'hashiya-switches-'));
  writeFileSync(join(appPath, 'package.json'), '{"name":"hashiya"}');
});
afterEach(() => rmSync(appPath, { recursive: true, force: true }));

const markForTests = (): void => writeFileSync(join(appPath, 'package.json'), '{"forTests":true}');

/** An app that was started with these arguments, as Chromium reads them. */
function started(argv: readonly string[], { isPackaged = true, platform = 'linux' } = {}) {
  const nameOf = (text: string) => text.replace(/^(?:--|-|\/)/, '').split('=')[0] ?? '';
  const given = new Set(
    argv.map((text) => nameOf(platform === 'win32' ? text.toLowerCase() : text)),
  );
  const commandLine = {
    hasSwitch: (name: string) => given.has(name),
    removeSwitch: (name: string) => void given.delete(name),
  };
  const env: NodeJS.ProcessEnv = {};
  const app = { isPackaged, commandLine, getAppPath: () => appPath };
  const drop = (): void =>
    dropGiven(app, { argv: ['hashiya', ...argv], env, platform: platform as NodeJS.Platform });
  return { app, env, given, drop };
}

describe('an installed app', () => {
  it.each([
    ['--no-sandbox', 'start.unsafe'],
    ['--disable-setuid-sandbox', 'start.unsafe'],
    ['--disable-seccomp-filter-sandbox', 'start.unsafe'],
    ['--single-process', 'start.unsafe'],
    ['--js-flags=--prof', 'start.watched'],
    ['--trace-startup', 'start.watched'],
    ['--enable-logging=file', 'start.watched'],
    ['--log-file=x', 'start.watched'],
  ])('does not start with %s, and says why', (argument, message) => {
    const name = argument.split('=')[0];

    expect(findRefused(started(['--lang=ar', argument]).app, {})).toEqual({ name, message });
  });

  it('accepts and keeps switches that help to display the window', () => {
    const { app, given, drop } = started(['--lang=ar', '--disable-gpu', '--smoke', 'a.md']);

    expect(findRefused(app, {})).toBeNull();
    drop();

    expect([...given]).toEqual(['lang', 'disable-gpu', 'smoke', 'a.md']);
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '--log-net-log=net.json',
    '--renderer-cmd-prefix=sh',
    '--load-extension=/tmp/x',
    '--proxy-server=127.0.0.1:1',
    '--a-switch-of-next-year',
  ])('forgets %s', (argument) => {
    const { given, drop } = started(['--lang=ar', argument]);

    drop();

    expect([...given]).toEqual(['lang']);
  });

  it.each(['/Remote-Debugging-Port=1', '--REMOTE-DEBUGGING-PORT=1'])(
    'forgets %s on Windows, where a slash and large letters do, too',
    (argument) => {
      const { given, drop } = started([argument], { platform: 'win32' });

      drop();

      expect([...given]).toEqual([]);
    },
  );

  it('treats an argument with a leading slash as a path where that starts one', () => {
    const { given, drop } = started(['/home/a.md']);

    drop();

    expect([...given]).toEqual(['home/a.md']);
  });

  it.each(['ELECTRON_LOG_FILE', 'NODE_V8_COVERAGE'])('does not start with %s', (name) => {
    const { app } = started([]);

    expect(findRefused(app, { [name]: 'x' })).toEqual({ name, message: 'start.watched' });
    expect(findRefused(app, { [name]: '', HOME: '/home/a' })).toBeNull();
  });

  it('removes the variable that asks for a log', () => {
    const { env, drop } = started([]);
    Object.assign(env, { ELECTRON_ENABLE_LOGGING: '1', HOME: '/home/a' });

    drop();

    expect(env).toEqual({ HOME: '/home/a' });
  });
});

describe('a package for tests', () => {
  it('accepts a debugger and identifies itself as a package for tests', () => {
    markForTests();
    const { app, given, drop } = started(['--remote-debugging-port=1', '--js-flags=--prof']);

    expect(findRefused(app, {})).toBeNull();
    drop();

    expect([...given]).toEqual(['remote-debugging-port', 'js-flags']);
  });

  it('does not start without its sandbox, either', () => {
    markForTests();

    expect(findRefused(started(['--no-sandbox']).app, {})?.name).toBe('--no-sandbox');
  });
});

describe('a checkout', () => {
  it('may run without a sandbox and with a debugger, as in tests', () => {
    const { app, given, drop } = started(['--no-sandbox', '--remote-debugging-port=0'], {
      isPackaged: false,
    });

    expect(findRefused(app, {})).toBeNull();
    drop();

    expect([...given]).toEqual(['no-sandbox', 'remote-debugging-port']);
  });

  it('does not log requests and pages', () => {
    const { given, drop } = started(['--log-net-log', '--log-file', '--lang'], {
      isPackaged: false,
    });

    drop();

    expect([...given]).toEqual(['lang']);
  });
});
