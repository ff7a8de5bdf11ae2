/** A user without any rights, made for the proof and taken away after it. */
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

const NAME = 'hashiya-proof';

/** @returns `{ home, start, run, remove }` */
export function createOrdinaryUser() {
  removeUser();
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', NAME]);
  const home = join('/home', NAME);
  const envOf = (extra) => ({
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    ...extra,
  });
  const asUser = (command) => ['--user', NAME, '--', ...command];
  return {
    home,
    name: NAME,
    /** Starts a program that goes on; its process group can be ended as one. */
    start: (command, env) =>
      spawn('runuser', asUser(command), {
        cwd: home,
        env: envOf(env),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    /** Runs a program to its end, ms at most; answers its output. */
    run: (command, env = {}, timeout = 60_000) =>
      execFileSync('runuser', asUser(command), {
        cwd: home,
        env: envOf(env),
        encoding: 'utf8',
        timeout,
      }),
    remove: removeUser,
  };
}

function removeUser() {
  try {
    execFileSync('userdel', ['--remove', '--force', NAME], { stdio: 'ignore' });
  } catch {
    // There was none.
  }
}
