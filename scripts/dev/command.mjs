/** Runs other programs, with our Node first on PATH, and without a shell if possible. */
import { spawn, spawnSync } from 'node:child_process';
import { basename, delimiter, join } from 'node:path';
import { modulesDir, rootDir } from './paths.mjs';

/**
 * Returns the environment for programs that the commands start. `node_modules/.bin` comes first, because the toolchain's
 * own Node is there and many tools refuse the Node 20 that may run this script.
 */
export function childEnv(extra = {}, base = process.env) {
  const env = { ...base, ...extra };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = join(modulesDir, '.bin');
  const rest = (env[key] ?? '').split(delimiter).filter((part) => part !== bin);
  env[key] = [bin, ...rest].join(delimiter);
  return env;
}

/**
 * Runs a program until it ends or this process does.
 *
 * @param options.stdout     where its stdout goes: 'stderr' (default), 'inherit' or 'ignore'; the number of an open
 *                           file takes its stderr as well
 * @param options.timeoutMs  stops it after this time; none by default
 * @returns                  its exit code; 1 when it could not start or was stopped by a signal
 */
export function run(command, args, options = {}) {
  const { stdout = 'stderr', timeoutMs, env, shell = false } = options;
  const toFile = typeof stdout === 'number';
  const stdio = ['ignore', stdout === 'stderr' ? 2 : stdout, toFile ? stdout : 'inherit'];
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: rootDir,
      env: childEnv(env),
      stdio,
      shell,
      timeout: timeoutMs,
    });
    const stop = () => child.kill();
    const finish = (code) => {
      process.off('exit', stop);
      resolve(code ?? 1);
    };
    process.once('exit', stop);
    child.once('error', () => finish(1));
    child.once('close', finish);
  });
}

/** Runs npm: the npm that started this process, if npm did. */
export function runNpm(args, options = {}) {
  const [command, ...before] = npmCommand();
  // A hint to update npm would appear among our messages.
  const env = { npm_config_update_notifier: 'false', ...options.env };
  return run(command, [...before, ...args], { ...options, env, shell: command === 'npm.cmd' });
}

/** Returns what a quick program prints on stdout, or `null` when it is missing or fails. */
export function outputOf(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  return result.status === 0 ? result.stdout : null;
}

/** `npm_execpath` may name the script of another package manager, which is not used. */
export function npmCommand(env = process.env, platform = process.platform) {
  const script = env.npm_execpath;
  if (script && /^npm(-cli)?\.c?js$/.test(basename(script))) {
    return [env.npm_node_execpath ?? process.execPath, script];
  }
  return [platform === 'win32' ? 'npm.cmd' : 'npm'];
}
