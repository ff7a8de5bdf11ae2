import { EventEmitter } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_CONVERSION_MS } from '../limits.ts';
import { readDocument } from '../read-document.ts';
import type { WorkerProcess } from '../../disk/worker-host.ts';
import { type ImportWorkerOptions, createImportWorkerClient } from './client.ts';
import type { ImportRequest } from './protocol.ts';
import { serveImport } from './serve.ts';

const bytes = Buffer.from('نص قصير في ملف.');

/** What a worker that a file has taken over may send in place of pictures, again and again. */
const PICTURE_LIES: Readonly<Record<string, object>> = {
  'endless picture': { piece: new Uint8Array(4 * 1024 * 1024), ends: false },
  'endless pictures': { fault: 'unsafe' },
  'empty pieces': { piece: new Uint8Array(), ends: false },
  'huge piece': { piece: new Uint8Array(4 * 1024 * 1024 + 1), ends: true },
  'picture of another kind': { piece: 'text', ends: true },
};

/**
 * A worker in this process: it never answers a file named `hang…`, `die` ends it, `lie` gets a wrong answer, and `flood`
 * an endless one.
 */
class WorkerHere extends EventEmitter implements WorkerProcess {
  readonly pid = 7;
  isAlive = true;
  requests = 0;
  answers = 0;
  private readonly serve = serveImport(
    (answer) => {
      this.answers += 1;
      if (this.isAlive) this.emit('message', structuredClone(answer));
    },
    () => undefined,
  );

  postMessage(message: unknown): void {
    const request = structuredClone(message) as ImportRequest;
    this.requests += 1;
    if (request.name.startsWith('hang')) return;
    if (request.name === 'die') setImmediate(() => this.kill());
    else if (request.name === 'lie') {
      const value = { format: 'text', blocks: [], __proto__: { remarks: [] } };
      setImmediate(() => this.emit('message', { id: request.id, outcome: { ok: true, value } }));
    } else if (request.name === 'flood') {
      const blocks = Array.from({ length: 150_000 }, () => ({ kind: 'paragraph', text: 'نص' }));
      const flood = (): void => {
        this.emit('message', { id: request.id, blocks });
        if (this.isAlive) setImmediate(flood);
      };
      setImmediate(flood);
    } else if (request.name in PICTURE_LIES) {
      const lie = PICTURE_LIES[request.name];
      const flood = (): void => {
        this.emit('message', { id: request.id, ...lie });
        if (this.isAlive) setImmediate(flood);
      };
      setImmediate(flood);
    } else void this.serve(request);
  }

  kill(): void {
    this.isAlive = false;
    setImmediate(() => this.emit('exit', 1));
  }
}

function aClient(options: Partial<ImportWorkerOptions> = {}, workers: WorkerHere[] = []) {
  const client = createImportWorkerClient({
    fork: () => {
      const worker = new WorkerHere();
      workers.push(worker);
      return worker;
    },
    memoryOf: () => 0,
    ...options,
  });
  return { client, workers };
}

describe('the import client', () => {
  afterEach(() => void vi.useRealTimers());

  it('converts several files with one worker', async () => {
    const { client, workers } = aClient();

    const outcomes = await Promise.all([
      client.convert(bytes, 'a.txt'),
      client.convert(new Uint8Array(), 'b.txt'),
      client.convert(bytes, 'c.txt'),
    ]);

    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(workers).toHaveLength(1);
  });

  it('starts no worker for a folder of pictures, and refuses each as the worker would', async () => {
    const { client, workers } = aClient();
    const picture = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    const folder = Array.from({ length: 3000 }, (_, number) => `${number}.png`);

    const outcomes = await Promise.all(folder.map((name) => client.convert(picture, name)));

    const refused = await readDocument(picture, '0.png');
    expect(outcomes.every((outcome) => isDeepStrictEqual(outcome, refused))).toBe(true);
    expect(workers).toEqual([]);
  });

  it.each([
    ['a PNG', '\x89PNG\r\n\x1a\n'],
    ['a JPEG', '\xFF\xD8\xFF\xE0'],
    ['a GIF', 'GIF89a'],
    ['a WebP', 'RIFF\x24\0\0\0WEBP'],
    ['an MP3', 'ID3\x03'],
    ['an MP4', '\0\0\0\x18ftypmp42'],
    ['a program', '\x7FELF\x02'],
    ['a program of Windows', 'MZ\x90\0'],
    ['a font', 'wOF2\0\x01\0\0'],
    ['a bitmap', 'BM\x36\0\x0c\0\0\0'],
    ['a database', 'SQLite format 3\0'],
  ])('recognises %s by its first bytes under the name of a text', async (_kind, head) => {
    const { client, workers } = aClient();
    const file = Buffer.from(head + '\0'.repeat(9000), 'latin1');

    expect(await client.convert(file, 'a.txt')).toEqual(await readDocument(file, 'a.txt'));
    expect(workers).toEqual([]);
  });

  it('leaves empty and readable files to the worker', async () => {
    const { client, workers } = aClient();
    const files = [
      ['', 'a.png'],
      ['%PDF-', 'a.txt'],
      ['PK\x03\x04', 'a.epub'],
      ['text, then \x89PNG', 'a.txt'],
    ] as const;

    for (const [content, name] of files) {
      const file = Buffer.from(content, 'latin1');
      expect(await client.convert(file, name)).toEqual(await readDocument(file, name));
    }
    expect(workers.map(({ requests }) => requests)).toEqual([files.length]);
  });

  it.each([
    ['hang', 'import/too-slow'],
    ['hang and grow', 'import/too-large-in-memory'],
    ['die', 'import/interrupted'],
    ['lie', 'import/damaged'],
    ['flood', 'import/damaged'],
    ['endless picture', 'import/damaged'],
    ['endless pictures', 'import/damaged'],
    ['empty pieces', 'import/damaged'],
    ['huge piece', 'import/damaged'],
    ['picture of another kind', 'import/damaged'],
  ])('ends the worker for a file that makes it %s, and continues', async (name, code) => {
    // The limits apply only to the first file, because the second takes as long as the machine needs.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const workers: WorkerHere[] = [];
    const memoryOf = () => (name.endsWith('grow') && workers.length === 1 ? 600 : 0) * 1024 * 1024;
    const { client } = aClient({ memoryOf }, workers);

    const outcomes = [client.convert(bytes, name), client.convert(bytes, 'good.txt')];
    if (name.startsWith('hang')) await vi.advanceTimersByTimeAsync(MAX_CONVERSION_MS);
    const [bad, good] = await Promise.all(outcomes);

    expect(bad).toEqual({ ok: false, error: { code } });
    expect(good?.ok).toBe(true);
    expect(workers.map(({ isAlive }) => isAlive)[0]).toBe(false);
    client.stop();
  });

  it('sends a large file in pieces, and receives a long document in parts', async () => {
    const { client, workers } = aClient({ maxMs: 600_000 });
    const book = Buffer.from('عاد مزارعو السهل إلى حقولهم هذا الأسبوع.\n\n'.repeat(65_000));

    const converted = await client.convert(book, 'كتاب.txt');

    expect(converted).toEqual(await readDocument(book, 'كتاب.txt'));
    expect(workers.map(({ requests, answers }) => [requests, answers > 10])).toEqual([[2, true]]);
  });

  it('replaces a worker that uses much memory before the next file', async () => {
    const { client, workers } = aClient({ memoryOf: () => 400 * 1024 * 1024 });

    await client.convert(bytes, 'a.txt');
    await client.convert(bytes, 'b.txt');

    expect(workers).toHaveLength(2);
  });

  it('answers all waiting calls when it is stopped, and starts no other process', async () => {
    const { client, workers } = aClient();
    const waiting = [client.convert(bytes, 'hang'), client.convert(bytes, 'a.txt')];

    client.stop();

    const gone = { ok: false, error: { code: 'import/interrupted' } };
    expect(await Promise.all(waiting)).toEqual([gone, gone]);
    expect(await client.convert(bytes, 'a.txt')).toEqual(gone);
    expect(workers).toHaveLength(1);
  });
});
