import { useState } from 'react';
import { failureText } from './failure-text.ts';

/** Work that may be under way, and the failure of the last attempt. */
export interface Task {
  readonly busy: boolean;
  readonly failure: string | null;
  run(work: () => Promise<void>): Promise<void>;
}

/** Runs one piece of work at a time. A failure is kept as a sentence until the next attempt. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  return {
    busy,
    failure,
    async run(work) {
      setBusy(true);
      setFailure(null);
      try {
        await work();
      } catch (error) {
        setFailure(failureText(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
