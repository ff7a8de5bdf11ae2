import { readFileSync } from 'node:fs';
import { errorCode } from './file-system.ts';
import type { ProcessTable } from './lock.ts';

/** Fields of `/proc/<pid>/stat` after the name; the start time is field 22, see proc(5). */
const START_FIELD_AFTER_NAME = 19;

/** The processes of this machine, as far as the system tells. */
export function readProcessTable(): ProcessTable {
  return { pid: process.pid, bootId: readBootId(), startOf };
}

function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Only Linux tells; elsewhere the number of the process has to do.
    return null;
  }
}

function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not ours, but running.
    if (errorCode(error) !== 'EPERM') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more.
    return fields[0] === 'Z' ? null : (fields[START_FIELD_AFTER_NAME] ?? 'running');
  } catch {
    return 'running';
  }
}
