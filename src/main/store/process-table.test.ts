import { describe, expect, it } from 'vitest';
import { acquireLock } from './lock.ts';
import { type ProcessCalls, readProcessTable } from './process-table.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';

const LOCK = '/data/store.lock';
const NOW_MS = Date.UTC(2026, 10, 30, 12, 0, 0);

/** A process of a fake machine: its program, and its start in ms since 1970. */
interface FakeProcess {
  readonly startedAtMs: number;
}

const fail = (code: string): never => {
  throw Object.assign(new Error(code), { code });
};

/** Returns the answers of a system with these processes; the asking process is one of them. */
function fakeCalls(
  platform: NodeJS.Platform,
  pid: number,
  processes: Readonly<Record<number, FakeProcess>>,
  { bootId = 'boot', answers = true } = {},
): ProcessCalls {
  const find = (asked: number): FakeProcess => processes[asked] ?? fail('ESRCH');
  return {
    platform,
    pid,
    probe: (asked) => void find(asked),
    readText: (path) => {
      if (platform !== 'linux') return fail('ENOENT');
      if (path === '/proc/sys/kernel/random/boot_id') return `${bootId}\n`;
      const asked = Number(/^\/proc\/(\d+)\/stat$/.exec(path)?.[1]);
      const ticks = find(asked).startedAtMs / 10;
      return `${asked} (a (b) c) S ${'0 '.repeat(18)}${ticks} 0 0\n`;
    },
    run: (program, args) => {
      if (!answers) return fail('ENOENT');
      const asked = Number(/\d+/.exec(args.join(' '))?.[0]);
      const { startedAtMs } = find(asked);
      if (program === 'powershell.exe') return `${startedAtMs}\r\n`;
      // The text is what `ps -o lstart=` prints in the C locale, in whole seconds.
      const [day, date, month, year, time] = new Date(startedAtMs).toUTCString().split(/[ ,]+/);
      return `${day} ${month} ${date} ${time} ${year}    \n`;
    },
    now: () => NOW_MS,
    processAgeS: () => (NOW_MS - find(pid).startedAtMs) / 1000,
  };
}

const earlier = { startedAtMs: NOW_MS - 3_600_000 };
const later = { startedAtMs: NOW_MS - 60_400 };
const us = { startedAtMs: NOW_MS - 1000 };

describe.each(['linux', 'win32', 'darwin'] as const)('a lock on %s', (platform) => {
  /** A lock that process 7 took and never released. */
  function leftBehind(processes: Readonly<Record<number, FakeProcess>>) {
    const disk = createMemoryDisk();
    acquireLock(disk, LOCK, readProcessTable(fakeCalls(platform, 7, processes)));
    return disk;
  }

  it('holds while its process runs', () => {
    const disk = leftBehind({ 7: earlier });

    const lock = acquireLock(
      disk,
      LOCK,
      readProcessTable(fakeCalls(platform, 8, { 7: earlier, 8: us })),
    );

    expect(lock).toEqual({ state: 'busy', pid: 7 });
  });

  it('is replaced when its process has ended', () => {
    const disk = leftBehind({ 7: earlier });

    const lock = acquireLock(disk, LOCK, readProcessTable(fakeCalls(platform, 8, { 8: us })));

    expect(lock.state).toBe('held');
  });

  it('is replaced when another program has the number of its process', () => {
    const disk = leftBehind({ 7: earlier });

    const lock = acquireLock(
      disk,
      LOCK,
      readProcessTable(fakeCalls(platform, 8, { 7: later, 8: us })),
    );

    expect(lock.state).toBe('held');
  });

  it('is replaced when this process has the number itself', () => {
    const disk = leftBehind({ 7: earlier });

    const lock = acquireLock(disk, LOCK, readProcessTable(fakeCalls(platform, 7, { 7: us })));

    expect(lock.state).toBe('held');
  });
});

describe.each(['win32', 'darwin'] as const)('on %s', (platform) => {
  it('holds when the system does not tell the start of the process', () => {
    const disk = createMemoryDisk();
    acquireLock(disk, LOCK, readProcessTable(fakeCalls(platform, 7, { 7: earlier })));
    const silent = fakeCalls(platform, 8, { 7: later, 8: us }, { answers: false });

    expect(acquireLock(disk, LOCK, readProcessTable(silent)).state).toBe('busy');
  });
});

describe('on Linux', () => {
  it('a lock from before the machine was started is replaced', () => {
    const disk = createMemoryDisk();
    acquireLock(disk, LOCK, readProcessTable(fakeCalls('linux', 7, { 7: earlier })));
    const next = fakeCalls('linux', 8, { 7: earlier, 8: us }, { bootId: 'next' });

    expect(acquireLock(disk, LOCK, readProcessTable(next)).state).toBe('held');
  });

  it('the start of this process is what the system says', () => {
    expect(readProcessTable().startOf(process.pid)).toMatch(/^(\d+|epoch:\d+)$/);
  });
});
