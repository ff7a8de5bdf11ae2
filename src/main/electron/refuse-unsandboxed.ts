import type { App } from 'electron';

/** Switches that take Chromium's sandbox away, wherever they come from: a reader, a launcher, a package. */
const UNSAFE = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'single-process',
] as const;

/** Switches of Chromium by which it writes down what pages and requests are, where the caller says. */
const WRITING = ['log-net-log', 'net-log-capture-mode', 'enable-logging', 'log-file'] as const;

/** The part of Electron's `app` that is asked. */
export interface Started {
  readonly isPackaged: boolean;
  readonly commandLine: Pick<App['commandLine'], 'hasSwitch' | 'removeSwitch'>;
}

/**
 * The first such switch of an installed app, or `null`. A checkout may be started without a sandbox: tests run as root,
 * which Chromium refuses otherwise.
 */
export const findUnsafeSwitch = ({ isPackaged, commandLine }: Started): string | null =>
  isPackaged ? (UNSAFE.find((name) => commandLine.hasSwitch(name)) ?? null) : null;

/** Forgets the switches that write files; before the app is ready. */
export function dropWritingSwitches({ commandLine }: Started): void {
  for (const name of WRITING) commandLine.removeSwitch(name);
}
