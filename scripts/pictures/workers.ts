/** Finds the app's worker processes, so that a picture of a stopped or ended worker is real. */
import type { ElectronApplication } from 'playwright';

/** How long a new worker may take to appear, ms. */
const LIMIT_MS = 20_000;

/** Returns the ids of the app's processes with their own scripts, without the main process. */
export function workerIds(electron: ElectronApplication): Promise<number[]> {
  return electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ serviceName }) => serviceName === 'node.mojom.NodeService')
      .map(({ pid }) => pid),
  );
}

/** Waits for the workers, because the search gets its process some time after the start. */
export async function waitForWorkers(electron: ElectronApplication): Promise<number[]> {
  const limit = Date.now() + LIMIT_MS;
  while (Date.now() < limit) {
    const found = await workerIds(electron);
    if (found.length > 0) return found;
  }
  throw new Error('no worker');
}

/** Waits for a worker that is not among the known ones, and stops it before it can send anything. */
export async function stopNextWorker(
  electron: ElectronApplication,
  known: readonly number[] = [],
): Promise<number> {
  const limit = Date.now() + LIMIT_MS;
  while (Date.now() < limit) {
    const found = (await workerIds(electron)).find((pid) => !known.includes(pid));
    if (found === undefined) continue;
    process.kill(found, 'SIGSTOP');
    return found;
  }
  throw new Error('no new worker');
}

export const letGoOn = (pid: number): boolean => process.kill(pid, 'SIGCONT');
