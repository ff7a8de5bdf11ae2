import { describe, expect, it } from 'vitest';
import { type ProcessTable, acquireLock, holdsLock } from './lock.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';

const PATH = '/data/store.lock';

/** A machine with running processes, given by number and start. */
const machine = (pid: number, running: Record<number, string>, bootId = 'boot'): ProcessTable => ({
  pid,
  bootId,
  startOf: (asked) => running[asked] ?? null,
});

describe('the lock of the data folder', () => {
  it('lets one process in at a time', () => {
    const disk = createMemoryDisk();
    const running = { 1: 'a', 2: 'b' };

    const one = acquireLock(disk, PATH, machine(1, running));
    const two = acquireLock(disk, PATH, machine(2, running));

    expect(one.state).toBe('held');
    expect(two).toEqual({ state: 'busy', pid: 1 });
  });

  it('is free again after its release', () => {
    const disk = createMemoryDisk();
    const one = acquireLock(disk, PATH, machine(1, { 1: 'a' }));
    if (one.state === 'held') one.release();

    expect(acquireLock(disk, PATH, machine(2, { 1: 'a', 2: 'b' })).state).toBe('held');
  });

  it.each([
    ['whose process is gone', machine(2, { 2: 'b' })],
    ['whose number another program has now', machine(2, { 1: 'later', 2: 'b' })],
    ['from before the machine was started', machine(2, { 1: 'a', 2: 'b' }, 'next boot')],
  ])('replaces a lock %s', (_what, later) => {
    const disk = createMemoryDisk();
    const old = acquireLock(disk, PATH, machine(1, { 1: 'a' }));

    const lock = acquireLock(disk, PATH, later);

    expect(lock.state).toBe('held');
    expect(disk.paths()).toEqual([PATH]);
    // A worker of the ended process must notice that it lost the lock.
    expect(old.state === 'held' && holdsLock(disk, PATH, old.token)).toBe(false);
  });

  it('does not remove the lock of a later process', () => {
    const disk = createMemoryDisk();
    const old = acquireLock(disk, PATH, machine(1, { 1: 'a' }));
    acquireLock(disk, PATH, machine(2, { 2: 'b' }));

    if (old.state === 'held') old.release();

    expect(disk.paths()).toEqual([PATH]);
  });

  it('reports that the folder refuses', () => {
    const disk = createMemoryDisk();
    disk.fault = () => 'before';

    expect(acquireLock(disk, PATH, machine(1, { 1: 'a' })).state).toBe('refused');
  });
});
