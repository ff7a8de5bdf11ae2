import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';

/** Entries of the build that run in a process of their own. */
export type WorkerName = 'search-worker' | 'compact-worker' | 'place-worker' | 'backup-worker';

export interface Workers {
  fork(name: WorkerName): UtilityProcess;
  /** Whether the end of a process was asked for with `kill`. @param name  as the system's events tell it */
  wasKilled(name: string | undefined): boolean;
}

/** Starts the workers and remembers which of their ends were meant. @param folder  where their entries are */
export function createWorkers(folder: string): Workers {
  /** Each process has a name of its own, so that one that was ended speaks for no other. */
  let count = 0;
  const killed = new Set<string>();
  return {
    fork(name) {
      count += 1;
      const serviceName = `${name} ${count}`;
      const worker = utilityProcess.fork(join(folder, `${name}.cjs`), [], {
        serviceName,
      });
      // Since Electron 33 a fatal error of the process, such as an exhausted memory, is an event. Without a listener it
      // would be an exception of the main process. The end of the process follows, and whoever started it acts on that.
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
