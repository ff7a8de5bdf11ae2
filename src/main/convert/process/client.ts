import type { Result } from '#shared/domain/result.ts';
import { fail } from '#shared/domain/result.ts';
import { nextTurn } from '../../disk/turns.ts';
import { type WorkerHost, type WorkerProcess, createWorkerHost } from '../../disk/worker-host.ts';
import type { ImportedDocument } from '../document.ts';
import type { ConversionFailureCode } from '#shared/domain/import-codes.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { isForeign } from '../foreign.ts';
import { MAX_CONVERSION_BYTES, MAX_CONVERSION_MS } from '../limits.ts';
import { importAnswerSchema } from './document-schema.ts';
import { IncomingDocument } from './incoming.ts';
import type { ImportAnswer, ImportRequest } from './protocol.ts';

export interface ImportWorkerOptions {
  readonly fork: () => WorkerProcess;
  /**
   * Returns the resident memory of a process in bytes, or `null` when it is unknown. In Electron `app.getAppMetrics()`
   * has it (`workingSetSize`, kilobytes).
   */
  readonly memoryOf: (pid: number) => number | null;
  readonly maxMs?: number;
  readonly maxBytes?: number;
}

/** Converts one file after the other in a process that may be killed for any of them. */
export interface ImportWorkerClient {
  /**
   * Waits for earlier files and converts this one. A file of a kind that is never read is refused at once, without the
   * process. Never rejects. Besides the codes of the formats it may fail with `import/too-slow`,
   * `import/too-large-in-memory` or `import/interrupted` (the process died, or the client was stopped).
   */
  convert(bytes: Uint8Array, name: string): Promise<Result<ImportedDocument>>;
  /** Ends the process for good. Waiting and later files fail with `import/interrupted`. */
  stop(): void;
}

/** A worker that reaches this share of its memory limit is replaced after the file. */
const TIRED_SHARE = 0.6;

/** How many bytes of a file are sent in one turn of the event loop, which takes a few milliseconds. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** Creates the main process's side of the import worker. */
export function createImportWorkerClient(options: ImportWorkerOptions): ImportWorkerClient {
  return new WorkerClient(options);
}

interface Job {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly settle: (outcome: Result<ImportedDocument>) => void;
}

interface Running {
  readonly id: number;
  readonly job: Job;
  /** The parts of the document that have arrived. */
  readonly incoming: IncomingDocument;
}

class WorkerClient implements ImportWorkerClient {
  private readonly options: ImportWorkerOptions;
  private readonly waiting: Job[] = [];
  private readonly host: WorkerHost;
  private running: Running | undefined;
  private lastId = 0;
  private isStopped = false;

  constructor(options: ImportWorkerOptions) {
    this.options = options;
    this.host = createWorkerHost({
      fork: options.fork,
      onMessage: (message) => this.receive(message),
      onExit: () => {
        this.abandon('import/interrupted');
        this.next();
      },
      limits: {
        memoryOf: options.memoryOf,
        maxBytes: this.maxBytes(),
        onTooLarge: () => this.breach('import/too-large-in-memory'),
        onTooSlow: () => this.breach('import/too-slow'),
      },
    });
  }

  convert(bytes: Uint8Array, name: string): Promise<Result<ImportedDocument>> {
    if (this.isStopped) return Promise.resolve(fail({ code: 'import/interrupted' }));
    // The check needs no process, because a folder may hold thousands of pictures. An empty file gets its own code.
    if (bytes.length > 0 && isForeign(bytes, name))
      return Promise.resolve(fail({ code: 'import/unsupported' }));
    return new Promise((settle) => {
      this.waiting.push({ bytes, name, settle });
      this.next();
    });
  }

  stop(): void {
    this.isStopped = true;
    const waiting = this.waiting.splice(0);
    this.abandon('import/interrupted');
    this.host.stop();
    for (const { settle } of waiting) settle(fail({ code: 'import/interrupted' }));
  }

  private next(): void {
    const job = this.running === undefined ? this.waiting.shift() : undefined;
    if (job === undefined) return;
    this.host.start();
    this.lastId += 1;
    const running: Running = {
      id: this.lastId,
      job,
      incoming: new IncomingDocument(),
    };
    this.running = running;
    this.host.watch(this.options.maxMs ?? MAX_CONVERSION_MS);
    void this.handOver(running);
  }

  /** Sends a file in pieces; an empty file is also one piece. */
  private async handOver(running: Running): Promise<void> {
    const { id, job } = running;
    const { name, bytes } = job;
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES) {
      if (at > 0) await nextTurn();
      // The worker may have been ended meanwhile.
      if (this.running !== running) return;
      // Each piece is copied, because a view would send the whole file every time.
      const piece = new Uint8Array(bytes.subarray(at, at + PIECE_BYTES));
      this.host.post({
        id,
        name,
        sizeBytes: bytes.length,
        bytes: piece,
      } satisfies ImportRequest);
    }
  }

  private receive(message: unknown): void {
    const answer = tryParse(importAnswerSchema, message);
    if (!answer.success) {
      this.breach('import/damaged');
      return;
    }
    const { running } = this;
    if (answer.output.id !== running?.id) return;
    // The cast is safe, because the schema accepts less than the type does. Only a missing `params` is `undefined` here.
    const data = answer.output as ImportAnswer;
    if (!('outcome' in data)) {
      if (!running.incoming.take(data)) this.breach('import/damaged');
      return;
    }
    const { job, incoming } = this.end();
    if (this.host.memoryBytes() > this.maxBytes() * TIRED_SHARE) this.host.stop();
    job.settle(incoming.whole(data.outcome));
    this.next();
  }

  private maxBytes(): number {
    return this.options.maxBytes ?? MAX_CONVERSION_BYTES;
  }

  /** Handles a broken limit: the process is killed, and a new one takes the next file. */
  private breach(code: ConversionFailureCode): void {
    this.host.stop();
    this.abandon(code);
    this.next();
  }

  private abandon(code: ConversionFailureCode): void {
    if (this.running !== undefined) this.end().job.settle(fail({ code }));
  }

  private end(): Running {
    const running = this.running;
    if (running === undefined) throw new Error('invariant: a file is being converted');
    this.running = undefined;
    this.host.unwatch();
    return running;
  }
}
