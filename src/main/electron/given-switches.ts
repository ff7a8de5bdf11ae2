import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/** Switches that help to display the window. An installed app accepts these, its own switches and no others. */
const KNOWN: ReadonlySet<string> = new Set([
  'smoke',
  'user-data-dir',
  'lang',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-high-contrast',
  'force-renderer-accessibility',
  'disable-gpu',
  'disable-gpu-compositing',
  'use-gl',
  'use-angle',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'gtk-version',
]);

/** Switches that disable Chromium's sandbox, whoever sets them: a reader, a launcher, a package. */
const UNSAFE = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'single-process',
] as const;

/** Switches that take effect before the first line of the app runs, so that removing them would be too late. */
const EARLY = [
  'js-flags',
  'trace-startup',
  'trace-startup-file',
  'enable-logging',
  'log-file',
] as const;

/** Variables with the same effect: Electron's log, and Node's coverage report, in a file that the caller names. */
const EARLY_VARIABLES = ['ELECTRON_LOG_FILE', 'NODE_V8_COVERAGE'] as const;

/** Switches that make Chromium log requests and pages; a checkout does not need them, either. */
const WRITING_SWITCHES = [
  'log-net-log',
  'net-log-capture-mode',
  'enable-logging',
  'log-file',
] as const;

/** The used part of Electron's `app`. */
export interface Started {
  readonly isPackaged: boolean;
  readonly commandLine: Pick<App['commandLine'], 'hasSwitch' | 'removeSwitch'>;
  getAppPath(): string;
}

/** How a process was started. */
export interface Given {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/** A switch or variable with which the app refuses to start, and the message that explains it. */
export interface Refused {
  /** The name as it is typed on the command line. */
  readonly name: string;
  readonly message: 'start.unsafe' | 'start.watched';
}

/**
 * Returns the first switch or variable that an installed app refuses, or `null`. A checkout may be started without a
 * sandbox, because tests run as root, for which Chromium refuses the sandbox.
 */
export function findRefused(app: Started, env: NodeJS.ProcessEnv): Refused | null {
  if (!app.isPackaged) return null;
  const isGiven = (name: string): boolean => app.commandLine.hasSwitch(name);
  const unsafe = UNSAFE.find(isGiven);
  if (unsafe) return { name: `--${unsafe}`, message: 'start.unsafe' };
  const early = EARLY.find(isGiven);
  const name = early ? `--${early}` : EARLY_VARIABLES.find((each) => env[each]);
  return name && !isForTests(app) ? { name, message: 'start.watched' } : null;
}

/**
 * Removes unknown switches of an installed app before it is ready: a debugger's port, files to write, programs to
 * start. A package for tests is controlled by such switches and identifies itself as one.
 */
export function dropGiven(app: Started, { argv, env, platform }: Given): void {
  for (const name of WRITING_SWITCHES) app.commandLine.removeSwitch(name);
  if (!app.isPackaged) return;
  delete env['ELECTRON_ENABLE_LOGGING'];
  const unknown = switchesIn(argv, platform).filter((name) => !KNOWN.has(name));
  if (unknown.length === 0 || isForTests(app)) return;
  for (const name of unknown) app.commandLine.removeSwitch(name);
}

/**
 * Returns the names as Chromium reads them: after one or two dashes; on Windows also after a slash, and in lower
 * case.
 */
function switchesIn(argv: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const [, ...given] = argv;
  const isWindows = platform === 'win32';
  const start = isWindows ? /^(?:--|-|\/)/ : /^--?/;
  const end = given.indexOf('--');
  return given
    .slice(0, end < 0 ? given.length : end)
    .filter((argument) => start.test(argument))
    .map((argument) => argument.replace(start, '').split('=')[0] ?? '')
    .map((name) => (isWindows ? name.toLowerCase() : name))
    .filter((name) => name !== '');
}

/** True for a package for tests: its build writes this field into its package.json, and no released package has it. */
function isForTests(app: Started): boolean {
  try {
    const manifest: unknown = JSON.parse(
      readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'),
    );
    return typeof manifest === 'object' && manifest !== null && 'forTests' in manifest;
  } catch {
    // Electron would not have started the app without a readable package.json.
    return false;
  }
}
