import type { StoredPlace } from '#shared/domain/annotation.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type WorkerHost, type WorkerProcess, createWorkerHost } from '../disk/worker-host.ts';
import {
  type Found,
  NOT_SEARCHED,
  type AnchorFinder,
  type TextToSearch,
  findAtOnce,
} from './finder.ts';
import { type AnchoringRequest, anchoringAnswerSchema } from './protocol.ts';

export interface AnchoringClientOptions {
  readonly fork: () => WorkerProcess;
  /** Returns the resident memory of a process in bytes, or `null` when it is unknown. */
  readonly memoryOf: (pid: number) => number | null;
  /** Longest search for one stored place, ms. */
  readonly maxPlaceMs?: number;
  /** Longest preparation of a text, ms. */
  readonly maxTextMs?: number;
  readonly maxBytes?: number;
}

export interface AnchoringClient extends AnchorFinder {
  /** Ends the process; waiting places are answered as not searched. */
  stop(): void;
}

/** An ordinary search takes less than 10 ms; the limit allows for slow and busy machines. */
const MAX_PLACE_MS = 3_000;
/** A book of five million letters takes a few seconds. */
const MAX_TEXT_MS = 20_000;
const MAX_BYTES = 512 * 1024 * 1024;
/** After so many places of one text have broken a limit, its other places are not searched either. */
const MAX_BREACHES = 3;

/** How many places are sent ahead, so that the worker need not wait for the next one. */
const AHEAD = 32;

/** After so long without work the process is ended, ms. */
const IDLE_MS = 20_000;

interface Job {
  readonly where: TextToSearch;
  readonly places: readonly StoredPlace[];
  readonly found: Found[];
  breaches: number;
  readonly settle: (found: readonly Found[]) => void;
}

/**
 * Searches for stored places in a process of its own, one text after the other. A quote that breaks a limit loses its
 * anchor and ends the process; a new process continues with the next place.
 *
 * Places that need no search are answered here, without a process.
 */
export function createAnchoringClient(options: AnchoringClientOptions): AnchoringClient {
  const jobs = new Jobs(options);
  return {
    async find(where, places) {
      const found = places.map((place) => findAtOnce(where, place));
      const open = places.filter((_place, index) => found[index] === null);
      if (open.length === 0) return found.map((each) => each ?? NOT_SEARCHED);
      const rest = (await jobs.run(where, open)).values();
      return found.map((each) => each ?? rest.next().value ?? NOT_SEARCHED);
    },
    stop: () => jobs.stop(),
  };
}

/** Sends one job after the other to the worker, and settles it with the answers. */
class Jobs {
  private readonly options: AnchoringClientOptions;
  private readonly host: WorkerHost;
  private readonly waiting: Job[] = [];
  private job: Job | undefined;
  /** The text that the worker holds. */
  private held: TextToSearch | undefined;
  /** Requests without an answer: their ids, and whether each sent a text. */
  private asked: { readonly id: number; readonly isText: boolean }[] = [];
  private lastId = 0;
  private sent = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(options: AnchoringClientOptions) {
    this.options = options;
    const breach = () => this.breach();
    this.host = createWorkerHost({
      fork: options.fork,
      onMessage: (message) => this.receive(message),
      onExit: breach,
      limits: {
        memoryOf: options.memoryOf,
        maxBytes: options.maxBytes ?? MAX_BYTES,
        onTooLarge: breach,
        onTooSlow: breach,
      },
    });
  }

  /** Searches for places of one text, after the jobs that are waiting already. */
  run(where: TextToSearch, places: readonly StoredPlace[]): Promise<readonly Found[]> {
    return new Promise((settle) => {
      this.waiting.push({ where, places, found: [], breaches: 0, settle });
      this.next();
    });
  }

  stop(): void {
    const left = this.job ? [this.job, ...this.waiting.splice(0)] : this.waiting.splice(0);
    this.job = undefined;
    clearTimeout(this.idle);
    this.dismiss();
    for (const { places, settle } of left) settle(places.map(() => NOT_SEARCHED));
  }

  private next(): void {
    if (this.job) return;
    this.job = this.waiting.shift();
    clearTimeout(this.idle);
    if (this.job) return this.begin(this.job);
    this.idle = setTimeout(() => this.dismiss(), IDLE_MS);
    this.idle.unref();
  }

  private begin(job: Job): void {
    this.host.start();
    this.sent = job.found.length;
    if (this.held !== job.where) {
      this.held = job.where;
      const { text, contentHash } = job.where;
      this.send({ id: (this.lastId += 1), text, contentHash }, true);
    }
    this.sendAhead(job);
    this.restartLimit();
  }

  private send(request: AnchoringRequest, isText: boolean): void {
    this.asked.push({ id: request.id, isText });
    this.host.post(request);
  }

  private sendAhead({ places, found }: Job): void {
    for (; this.sent < places.length && this.sent - found.length < AHEAD; this.sent += 1) {
      const place = places[this.sent];
      if (place) this.send({ id: (this.lastId += 1), place: bare(place) }, false);
    }
  }

  private restartLimit(): void {
    const first = this.asked[0];
    if (!first) return;
    const { maxTextMs = MAX_TEXT_MS, maxPlaceMs = MAX_PLACE_MS } = this.options;
    this.host.watch(first.isText ? maxTextMs : maxPlaceMs);
  }

  private receive(message: unknown): void {
    const answer = tryParse(anchoringAnswerSchema, message);
    const first = this.asked[0];
    if (!answer.success || answer.output.id !== first?.id) return this.breach();
    this.asked.shift();
    if (!this.job) return;
    if (!first.isText) this.job.found.push(answer.output.found ?? NOT_SEARCHED);
    if (isDone(this.job)) return this.end(this.job);
    this.sendAhead(this.job);
    this.restartLimit();
  }

  private end(done: Job): void {
    this.host.unwatch();
    this.job = undefined;
    done.settle(done.found);
    this.next();
  }

  /** Handles the first open request when it breaks a limit or its process ends. */
  private breach(): void {
    const isText = this.asked[0]?.isText === true;
    this.dismiss();
    const { job } = this;
    if (!job) return;
    job.breaches += 1;
    if (!isText) job.found.push(NOT_SEARCHED);
    if (isText || job.breaches >= MAX_BREACHES) while (!isDone(job)) job.found.push(NOT_SEARCHED);
    if (isDone(job)) this.end(job);
    else this.begin(job);
  }

  private dismiss(): void {
    this.held = undefined;
    this.asked = [];
    this.host.stop();
  }
}

const isDone = ({ found, places }: Job): boolean => found.length >= places.length;

/** Leaves out note and tags of a highlight, because the worker needs only the stored place. */
const bare = ({ span, contentHash, quote }: StoredPlace): StoredPlace => ({
  span,
  contentHash,
  quote,
});
