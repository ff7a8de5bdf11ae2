import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';

/** Entry points of the build that run in processes of their own. */
export type WorkerName = 'search-worker' | 'compact-worker' | 'anchor-worker' | 'backup-worker';

export interface Workers {
  fork(name: WorkerName): UtilityProcess;
  /** True when the process was ended on purpose with `kill`. @param name its name in the system's events */
  wasKilled(name: string | undefined): boolean;
}

/** Starts workers and remembers which were ended on purpose. @param folder the folder of their entry points */
export function createWorkers(folder: string): Workers {
  /** Each process gets a unique name, so that the end of one is not attributed to another. */
  let count = 0;
  const killed = new Set<string>();
  return {
    fork(name) {
      count += 1;
      const serviceName = `${name} ${count}`;
      const worker = utilityProcess.fork(join(folder, `${name}.cjs`), [], {
        serviceName,
      });
      // Since Electron 33, a fatal error of the process, such as exhausted memory, is an event. Without a listener it
      // would be an exception in the main process. The process ends afterwards, and its owner handles that.
      worker.on('error', () => undefined);
      const kill = worker.kill.bind(worker);
      worker.kill = () => {
        killed.add(serviceName);
        return kill();
      };
      return worker;
    },
    wasKilled: (name) => name !== undefined && killed.has(name),
  };
}
