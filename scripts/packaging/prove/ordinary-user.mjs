/** A user without any rights, made for the proof and taken away after it. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** By full path: it is not on an ordinary user's PATH. */
const RUNUSER = '/sbin/runuser';
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
      spawn(RUNUSER, asUser(command), {
        cwd: home,
        env: envOf(env),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    /** Runs a program to its end, ms at most; answers its output. */
    run: (command, env = {}, timeout = 60_000) =>
      execFileSync(RUNUSER, asUser(command), {
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
    endProcessesOf(
      execFileSync('id', ['--user', NAME], { encoding: 'utf8', stdio: 'pipe' }).trim(),
    );
    execFileSync('userdel', ['--remove', '--force', NAME], { stdio: 'ignore' });
  } catch {
    // There was none.
  }
}

/** A proof that ends early leaves its app running. */
function endProcessesOf(uid) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      if (/^Uid:\s*(\d+)/m.exec(status)?.[1] === uid) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}
