import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type WorkerProcess, createWorkerHost } from './worker-host.ts';

class TestWorker extends EventEmitter implements WorkerProcess {
  readonly pid = 7;
  readonly posted: unknown[] = [];
  isKilled = false;

  postMessage(message: unknown): void {
    this.posted.push(message);
  }

  kill(): void {
    this.isKilled = true;
  }
}

function aHost({ bytes = 0 } = {}) {
  const workers: TestWorker[] = [];
  const events: unknown[] = [];
  const memory = { bytes };
  const host = createWorkerHost({
    fork() {
      const worker = new TestWorker();
      workers.push(worker);
      return worker;
    },
    onMessage: (message) => events.push(message),
    onExit: () => events.push('exit'),
    limits: {
      memoryOf: () => memory.bytes,
      maxBytes: 1000,
      onTooLarge: () => events.push('too large'),
      onTooSlow: () => events.push('too slow'),
    },
  });
  return { host, workers, events, memory };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a host of a worker', () => {
  it('starts one worker at a time', () => {
    const { host, workers } = aHost();
    host.start();
    host.start();
    host.post('a');
    expect(workers.map(({ posted }) => posted)).toEqual([['a']]);
  });

  it('ignores messages and the end of a worker that it has stopped', () => {
    const { host, workers, events } = aHost();
    host.start();
    host.stop();
    host.start();
    workers[0]?.emit('message', 'late');
    workers[0]?.emit('exit', 0);
    workers[1]?.emit('message', 'current');
    expect(workers.map(({ isKilled }) => isKilled)).toEqual([true, false]);
    expect(events).toEqual(['current']);
  });

  it('reports an unexpected end, and can start again', () => {
    const { host, workers, events } = aHost();
    host.start();
    host.watch(50);
    workers[0]?.emit('exit', 1);
    vi.advanceTimersByTime(1000);
    host.start();
    expect(events).toEqual(['exit']);
    expect(workers).toHaveLength(2);
  });

  it('measures the memory however often the time limit is restarted', () => {
    const { host, events, memory } = aHost();
    host.start();
    memory.bytes = 1001;
    for (let passedMs = 0; passedMs < 150; passedMs += 50) {
      host.watch(60);
      vi.advanceTimersByTime(50);
    }
    expect(events).toEqual(['too large']);
  });

  it('reports a worker that is too slow, unless it is no longer watched', () => {
    const { host, events } = aHost();
    host.start();
    host.watch(60);
    host.unwatch();
    vi.advanceTimersByTime(1000);
    expect(events).toEqual([]);
    host.watch(60);
    vi.advanceTimersByTime(61);
    expect(events).toEqual(['too slow']);
  });
});
