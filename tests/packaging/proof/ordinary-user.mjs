/** Creates a user without any rights for the proof, and removes the user after it. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** The full path is needed, because an ordinary user's PATH lacks it. */
const RUNUSER = '/sbin/runuser';
const NAME = 'hashiya-proof';

/** Where the system is mounted a second time for `withoutNamespaces`. */
const JAIL = '/run/hashiya-proof';
/** $0 is JAIL; the mount ends with the process. */
const ENTER_JAIL = 'mount --rbind / "$0" && exec /usr/sbin/chroot "$0" "$@"';

/** @returns `{ home, start, run, withoutNamespaces, remove }` */
export function createOrdinaryUser() {
  removeUser();
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', NAME]);
  const home = join('/home', NAME);
  return {
    ...startersOf(home, []),
    /**
     * Returns the same user where the kernel refuses user namespaces (EPERM), as in every chroot; this one contains the
     * whole system. Its programs are seen from outside under `root`.
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
    /** Starts a program without waiting for its end. */
    start: (command, env) => {
      const [program, ...args] = lineOf(command);
      return spawn(program, args, {
        cwd: home,
        env: envOf(env),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
    /** Runs a program to its end, for `timeout` ms at most; returns its output. */
    run: (command, env = {}, timeout = 60_000) => {
      const [program, ...args] = lineOf(command);
      const options = { cwd: home, env: envOf(env), encoding: 'utf8', timeout };
      return execFileSync(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    },
  };
}

function removeUser() {
  // The removal is never recursive, because the folder is the whole system while a program runs in it.
  if (existsSync(JAIL)) rmdirSync(JAIL);
  try {
    endProcessesOf(
      execFileSync('id', ['--user', NAME], { encoding: 'utf8', stdio: 'pipe' }).trim(),
    );
    execFileSync('userdel', ['--remove', '--force', NAME], { stdio: 'ignore' });
  } catch {
    // There was no such user.
  }
}

/** Ends the processes of a user, because a proof that ends early leaves its app running. */
function endProcessesOf(uid) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      if (/^Uid:\s*(\d+)/m.exec(status)?.[1] === uid) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // The process has ended by itself.
    }
  }
}
