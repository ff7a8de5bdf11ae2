import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';

/** Entries of the build that run in a process of their own. */
export type WorkerName = 'search-worker' | 'compact-worker' | 'import-worker';

export interface Workers {
  fork(name: WorkerName): UtilityProcess;
  /** Whether an end of a process of this name was asked for with `kill`; each of them is answered for once. */
  wasKilled(name: string | undefined): boolean;
}

/** Starts the workers and remembers which of their ends were meant. @param folder  where their entries are */
export function createWorkers(folder: string): Workers {
  const killed: string[] = [];
  return {
    fork(name) {
      const worker = utilityProcess.fork(join(folder, `${name}.cjs`), [], {
        serviceName: name,
        // Node compiles its own modules as they are used: an empty process is there a quarter sooner.
        execArgv: ['--js-flags=--max-lazy'],
      });
      const kill = worker.kill.bind(worker);
      worker.kill = () => {
        const isKilled = kill();
        if (isKilled) killed.push(name);
        return isKilled;
      };
      return worker;
    },
    wasKilled(name) {
      const at = name === undefined ? -1 : killed.indexOf(name);
      if (at !== -1) killed.splice(at, 1);
      return at !== -1;
    },
  };
}
