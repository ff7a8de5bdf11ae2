/** A user without any rights, made for the proof and taken away after it. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** By full path: it is not on an ordinary user's PATH. */
const RUNUSER = '/sbin/runuser';
const NAME = 'hashiya-proof';

/** Where the system is mounted once more for `withoutNamespaces`. */
const JAIL = '/run/hashiya-proof';
/** $0 is JAIL; the mount is gone with the process. */
const ENTER_JAIL = 'mount --rbind / "$0" && exec /usr/sbin/chroot "$0" "$@"';

/** @returns `{ home, start, run, withoutNamespaces, remove }` */
export function createOrdinaryUser() {
  removeUser();
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', NAME]);
  const home = join('/home', NAME);
  return {
    ...startersOf(home, []),
    /**
     * The same user where the kernel refuses user namespaces, as it does in every chroot (EPERM): here one that
     * holds the whole system. Programs are seen from outside under `root`.
     */
    withoutNamespaces: () => {
      mkdirSync(JAIL, { recursive: true });
      const prefix = ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', ENTER_JAIL];
      return { ...startersOf(home, [...prefix, JAIL]), root: JAIL };
    },
    remove: removeUser,
  };
}

function startersOf(home, prefix) {
  const envOf = (extra) => ({
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    ...extra,
  });
  const lineOf = (command) => [...prefix, RUNUSER, '--user', NAME, '--', ...command];
  return {
    home,
    root: '/',
    /** Starts a program that goes on. */
    start: (command, env) => {
      const [program, ...args] = lineOf(command);
      return spawn(program, args, {
        cwd: home,
        env: envOf(env),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
    /** Runs a program to its end, ms at most; answers its output. */
    run: (command, env = {}, timeout = 60_000) => {
      const [program, ...args] = lineOf(command);
      const options = { cwd: home, env: envOf(env), encoding: 'utf8', timeout };
      return execFileSync(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    },
  };
}

function removeUser() {
  // Never recursive: while a program is in there, it is the whole system.
  if (existsSync(JAIL)) rmdirSync(JAIL);
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
