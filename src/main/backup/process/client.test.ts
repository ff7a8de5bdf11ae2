import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { createCopyReader } from './client.ts';
import type { ArchiveRequest, CopyRequest } from './protocol.ts';

const REQUEST: CopyRequest = {
  source: { kind: 'file', path: '/home/copy.hashiya' },
  dataFolder: '/data',
  prepare: false,
};

const ARCHIVE: ArchiveRequest = {
  dataFolder: '/data',
  path: '/home/copy.hashiya',
  temporary: '/home/hashiya-1.part',
  withOriginals: true,
  settings: DEFAULT_SETTINGS,
  appVersion: '1',
};

/** A process that answers as the test wants, and can be ended. */
class FakeWorker extends EventEmitter {
  readonly pid = 1;
  isAlive = true;
  readonly onRequest: (worker: FakeWorker) => void;

  constructor(onRequest: (worker: FakeWorker) => void) {
    super();
    this.onRequest = onRequest;
  }

  postMessage(): void {
    queueMicrotask(() => this.onRequest(this));
  }

  kill(): void {
    this.isAlive = false;
  }
}

function aReader(
  onRequest: (worker: FakeWorker) => void,
  { memory = 0, maxMs = 60_000 }: { memory?: number; maxMs?: number } = {},
) {
  const workers: FakeWorker[] = [];
  const reader = createCopyReader({
    fork: () => {
      const worker = new FakeWorker(onRequest);
      workers.push(worker);
      return worker;
    },
    memoryOf: () => memory,
    maxMs,
    maxBytes: 1000,
  });
  return { reader, workers };
}

const refusedAs = (code: string) => ({ ok: false, error: { code } });
const notWritten = (reason: string) => ({
  ok: false,
  error: { code: 'exchange/not-written', params: { reason } },
});

describe('the client of the process that reads copies', () => {
  it.each([
    ['what it refused', { kind: 'refused', code: 'backup/damaged' }, refusedAs('backup/damaged')],
    [
      'what the disk refused',
      { kind: 'disk', reason: 'disk-full' },
      { ok: false, error: { code: 'backup/not-prepared', params: { reason: 'disk-full' } } },
    ],
    ['nonsense as its end', { kind: 'found', inspection: {} }, refusedAs('backup/reader-ended')],
  ])('tells %s, and ends the process', async (_what, message, answer) => {
    const { reader, workers } = aReader((worker) => worker.emit('message', message));

    expect(await reader.run(REQUEST)).toEqual(answer);
    expect(workers.map(({ isAlive }) => isAlive)).toEqual([false]);
  });

  it('ends a process that takes too long', async () => {
    const { reader, workers } = aReader(() => undefined, { maxMs: 20 });

    expect(await reader.run(REQUEST)).toEqual(refusedAs('backup/too-slow'));
    expect(workers[0]?.isAlive).toBe(false);
  });

  it('ends a process that takes too much memory', async () => {
    const { reader, workers } = aReader(() => undefined, { memory: 2000 });

    expect(await reader.run(REQUEST)).toEqual(refusedAs('backup/too-heavy'));
    expect(workers[0]?.isAlive).toBe(false);
  });

  it('reports that the process has ended', async () => {
    const { reader } = aReader((worker) => worker.emit('exit', 9));

    expect(await reader.run(REQUEST)).toEqual(refusedAs('backup/reader-ended'));
  });

  it('is cancelled by the reader, and by the next copy', async () => {
    const { reader, workers } = aReader(() => undefined);
    const first = reader.run(REQUEST);
    const second = reader.run(REQUEST);
    reader.cancel();

    expect(await first).toEqual(refusedAs('backup/cancelled'));
    expect(await second).toEqual(refusedAs('backup/cancelled'));
    expect(workers.map(({ isAlive }) => isAlive)).toEqual([false, false]);
  });

  it.each([
    [
      'a backup file that is written',
      { kind: 'written', leftOut: 0 },
      { ok: true, value: { leftOut: 0 } },
    ],
    ['one that would be too large', { kind: 'too-large' }, refusedAs('backup/too-large')],
    ['what the disk refused', { kind: 'disk', reason: 'disk-full' }, notWritten('disk-full')],
    ['nonsense as a failure', { kind: 'found' }, notWritten('other')],
  ])('reports %s, and ends the process', async (_what, message, answer) => {
    const { reader, workers } = aReader((worker) => worker.emit('message', message));

    expect(await reader.write(ARCHIVE)).toEqual(answer);
    expect(workers.map(({ isAlive }) => isAlive)).toEqual([false]);
  });

  it('finishes a backup file, whatever is cancelled or read meanwhile', async () => {
    const { reader, workers } = aReader(() => undefined);
    const written = reader.write(ARCHIVE);
    const reading = reader.run(REQUEST);
    reader.cancel();

    expect(await reading).toEqual(refusedAs('backup/cancelled'));
    expect(workers.map(({ isAlive }) => isAlive)).toEqual([true, false]);
    workers[0]?.emit('message', { kind: 'written', leftOut: 0 });
    expect(await written).toEqual({ ok: true, value: { leftOut: 0 } });
  });

  it('reports that nothing was written when the writing process ends', async () => {
    const { reader } = aReader((worker) => worker.emit('exit', 9));

    expect(await reader.write(ARCHIVE)).toEqual(notWritten('other'));
  });
});
