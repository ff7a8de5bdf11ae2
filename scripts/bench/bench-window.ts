/** Helpers that the benchmarks of the real window share. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type OpenOptions, type OpenedApp, openApp } from '../dev/open-app.ts';
import { printJson } from './figures.ts';

/** Opens the built app, lets `act` work with it, and always closes it. */
export async function withApp<Value>(
  options: OpenOptions,
  act: (app: OpenedApp) => Promise<Value>,
): Promise<Value> {
  const app = await openApp(options);
  try {
    return await act(app);
  } finally {
    await app.close();
  }
}

/**
 * Measures one app in a folder that is removed afterwards, and prints the figures as JSON with the version of Electron.
 *
 * @param prepare  puts the app's files into the folder; returns how the app is opened
 * @param measure  returns the figures
 * @param inOneLine  true to print them for a program
 */
export async function benchWindow(
  prepare: (folder: string) => Promise<OpenOptions>,
  measure: (app: OpenedApp) => Promise<object>,
  inOneLine: boolean,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-bench-'));
  try {
    await withApp(await prepare(folder), async (app) =>
      printJson({ electron: app.version, ...(await measure(app)) }, inOneLine),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns the resident memory of each process by Electron's type, MB; `Tab` is a window, `Browser` the main process. */
export function readMemory(electron: ElectronApplication): Promise<{ type: string; mb: number }[]> {
  return electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, memory: { workingSetSize } }) => ({
      type,
      mb: Math.round(workingSetSize / 1024),
    })),
  );
}
