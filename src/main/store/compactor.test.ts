import { describe, expect, it } from 'vitest';
import type { CompactionJob } from './compact.ts';
import { createWorkerCompactor } from './compactor.ts';

const JOB: CompactionJob = { folder: '/', token: 't', segments: [], repair: [], migrate: false };

/** Creates a worker that reports at once or never, and ends when it is killed. */
function fakeWorker(reports: boolean) {
  const listeners = new Map<string, (value: never) => void>();
  return {
    killed: 0,
    on(event: string, listener: (value: never) => void) {
      listeners.set(event, listener);
      return this;
    },
    postMessage() {
      const report = { written: 1, quarantined: 0, failures: [] };
      if (reports) queueMicrotask(() => listeners.get('message')?.(report as never));
    },
    kill() {
      this.killed += 1;
      queueMicrotask(() => listeners.get('exit')?.(0 as never));
      return true;
    },
  };
}

describe('the compactor', () => {
  it('runs each job in a separate worker', async () => {
    const workers = [fakeWorker(true), fakeWorker(true)];
    const left = [...workers];
    const compactor = createWorkerCompactor(() => left.shift() ?? fakeWorker(true));

    expect((await compactor.run(JOB)).written).toBe(1);
    expect((await compactor.run(JOB)).written).toBe(1);
    expect(workers.map(({ killed }) => killed)).toEqual([1, 1]);
  });

  it('ends a run when it is stopped', async () => {
    const compactor = createWorkerCompactor(() => fakeWorker(false));
    const running = compactor.run(JOB);
    compactor.stop();

    expect((await running).failures).toEqual(['worker-gone']);
  });

  it('starts nothing after it was stopped, even between two runs', async () => {
    let started = 0;
    const compactor = createWorkerCompactor(() => {
      started += 1;
      return fakeWorker(true);
    });
    await compactor.run(JOB);
    compactor.stop();

    expect((await compactor.run(JOB)).failures).toEqual(['stopped']);
    expect(started).toBe(1);
  });
});
