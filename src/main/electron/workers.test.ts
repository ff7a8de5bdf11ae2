import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createWorkers } from './workers.ts';

const forked = vi.hoisted(() => ({ worker: null as unknown, options: null as unknown }));
vi.mock('electron', () => ({
  utilityProcess: {
    fork: (_path: string, _args: unknown, options: unknown) => {
      forked.options = options;
      return forked.worker;
    },
  },
}));

describe('a worker', () => {
  it('reports a fatal error without an exception in the main process, and its end is noticed', () => {
    const emitter = Object.assign(new EventEmitter(), { kill: () => true });
    forked.worker = emitter;
    const worker = createWorkers('/app').fork('search-worker');
    const ends: number[] = [];
    worker.on('exit', (code) => ends.push(code));

    // Electron 33 and later emit the event with these arguments: type, location, report.
    expect(() => emitter.emit('error', 'FatalError', 'heap', '{}')).not.toThrow();
    emitter.emit('exit', 5);

    expect(ends).toEqual([5]);
  });

  it('counts as killed only when its own kill was called', () => {
    const workers = createWorkers('/app');
    const names: string[] = [];
    for (const _ of ['first', 'second']) {
      forked.worker = Object.assign(new EventEmitter(), { kill: () => true });
      const worker = workers.fork('anchor-worker');
      names.push((forked.options as { serviceName: string }).serviceName);
      if (names.length === 1) worker.kill();
    }

    expect(names.map((name) => workers.wasKilled(name))).toEqual([true, false]);
  });
});
