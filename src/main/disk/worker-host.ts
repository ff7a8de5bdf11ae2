/** A running worker process; Electron's `UtilityProcess` is one. */
export interface WorkerProcess {
  /** `undefined` before the process has started and after it has ended. */
  readonly pid?: number | undefined;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): unknown;
}

export interface WorkerLimits {
  /** Returns the resident memory of a process in bytes, or `null` when it is not known. */
  readonly memoryOf: (pid: number) => number | null;
  readonly maxBytes: number;
  /** Called when the memory exceeds `maxBytes` while the worker is watched. */
  readonly onTooLarge: () => void;
  /** Called when the time given to `watch` has passed. */
  readonly onTooSlow: () => void;
}

export interface WorkerHostOptions {
  readonly fork: () => WorkerProcess;
  /** Called with each message of the current worker. */
  readonly onMessage: (message: unknown) => void;
  /** Called when the current worker has ended by itself; the host has none then. */
  readonly onExit: () => void;
  /** Omitted for a worker that is never watched. */
  readonly limits?: WorkerLimits;
}

/** Runs one worker process at a time, and ignores everything that an earlier worker still sends. */
export interface WorkerHost {
  /** Starts a worker unless one is running. */
  start(): void;
  /** Sends a message to the worker; without a worker nothing happens. */
  post(message: unknown): void;
  /** Ends the worker. Its end is not reported by `onExit`. */
  stop(): void;
  /** The worker's resident memory in bytes; 0 when there is no worker or the memory is not known. */
  memoryBytes(): number;
  /** Restarts the time limit, in ms, and checks the memory until `unwatch`. */
  watch(maxMs: number): void;
  unwatch(): void;
}

/** How often the memory is measured, in ms. A file that fills 1 GB in a second exceeds the limit by at most 100 MB. */
const MEMORY_CHECK_MS = 100;

export function createWorkerHost(options: WorkerHostOptions): WorkerHost {
  const { limits } = options;
  let worker: WorkerProcess | undefined;
  let timeLimit: NodeJS.Timeout | undefined;
  let memoryCheck: NodeJS.Timeout | undefined;

  function start(): void {
    if (worker) return;
    const started = options.fork();
    worker = started;
    started.on('message', (message) => {
      if (started === worker) options.onMessage(message);
    });
    started.on('exit', () => {
      if (started !== worker) return;
      worker = undefined;
      unwatch();
      options.onExit();
    });
  }

  function memoryBytes(): number {
    const pid = worker?.pid;
    return pid === undefined ? 0 : (limits?.memoryOf(pid) ?? 0);
  }

  function watch(maxMs: number): void {
    if (!limits) throw new Error('invariant: a watched worker has limits');
    clearTimeout(timeLimit);
    timeLimit = setTimeout(limits.onTooSlow, maxMs);
    // The check is not restarted, because frequent answers would postpone it for ever.
    memoryCheck ??= setInterval(() => {
      if (memoryBytes() > limits.maxBytes) limits.onTooLarge();
    }, MEMORY_CHECK_MS);
    for (const timer of [timeLimit, memoryCheck]) timer.unref();
  }

  function unwatch(): void {
    clearTimeout(timeLimit);
    clearInterval(memoryCheck);
    memoryCheck = undefined;
  }

  return {
    start,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
    post: (message) => worker?.postMessage(message),
    stop() {
      const stopped = worker;
      worker = undefined;
      unwatch();
      stopped?.kill();
    },
    memoryBytes,
    watch,
    unwatch,
  };
}
