import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/** Switches that help a reader to see the window. An installed app knows these, its own, and no others. */
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

/** Switches that take Chromium's sandbox away, wherever they come from: a reader, a launcher, a package. */
const UNSAFE = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'single-process',
] as const;

/** These have worked before the first line of the app runs: to forget them then would be too late. */
const EARLY = [
  'js-flags',
  'trace-startup',
  'trace-startup-file',
  'enable-logging',
  'log-file',
] as const;

/** The same by the environment: Electron's log and Node's list of functions that ran, in a file that the caller names. */
const EARLY_VARIABLES = ['ELECTRON_LOG_FILE', 'NODE_V8_COVERAGE'] as const;

/** What Chromium writes down of requests and pages; a checkout has no use for it either. */
const WRITING_SWITCHES = [
  'log-net-log',
  'net-log-capture-mode',
  'enable-logging',
  'log-file',
] as const;

/** The part of Electron's `app` that is asked. */
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

/** A switch or a variable with which the app does not start, and the message that says why. */
export interface Refused {
  /** As it is typed. */
  readonly name: string;
  readonly message: 'start.unsafe' | 'start.watched';
}

/**
 * The first such of an installed app, or `null`. A checkout may be started without a sandbox: tests run as root,
 * which Chromium refuses otherwise.
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
 * Forgets what an installed app does not know, before the app is ready: a debugger's port, files to write, programs to
 * start. A package for tests is driven by such switches, and says of itself that it is one.
 */
export function dropGiven(app: Started, { argv, env, platform }: Given): void {
  for (const name of WRITING_SWITCHES) app.commandLine.removeSwitch(name);
  if (!app.isPackaged) return;
  delete env['ELECTRON_ENABLE_LOGGING'];
  const unknown = switchesIn(argv, platform).filter((name) => !KNOWN.has(name));
  if (unknown.length === 0 || isForTests(app)) return;
  for (const name of unknown) app.commandLine.removeSwitch(name);
}

/** Names as Chromium reads them: after one dash or two, on Windows also after a slash, in small letters there. */
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

/** The build of a package for tests writes this into its package.json; no released package has it. */
function isForTests(app: Started): boolean {
  try {
    const manifest: unknown = JSON.parse(
      readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'),
    );
    return typeof manifest === 'object' && manifest !== null && 'forTests' in manifest;
  } catch {
    // Without it Electron would not have started the app at all.
    return false;
  }
}
