import { useState } from 'react';
import { failureText } from './failure-text.ts';

/** Something that is being done, and why the last attempt failed. */
export interface Task {
  readonly busy: boolean;
  readonly failure: string | null;
  run(work: () => Promise<void>): Promise<void>;
}

/** One thing at a time; a failure is kept as a sentence until the next attempt. */
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
