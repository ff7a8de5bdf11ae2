import type { StoredPlace } from '#shared/domain/annotation.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type WorkerProcess, createWorkerHost } from '../disk/worker-host.ts';
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
  const waiting: Job[] = [];
  let job: Job | undefined;
  const host = createWorkerHost({
    fork: options.fork,
    onMessage: receive,
    onExit: breach,
    limits: {
      memoryOf: options.memoryOf,
      maxBytes: options.maxBytes ?? MAX_BYTES,
      onTooLarge: breach,
      onTooSlow: breach,
    },
  });
  /** The text that the worker holds. */
  let held: TextToSearch | undefined;
  /** Requests without an answer: their ids, and whether each sent a text. */
  let asked: { readonly id: number; readonly isText: boolean }[] = [];
  let lastId = 0;
  let sent = 0;
  let idle: NodeJS.Timeout | undefined;

  function next(): void {
    if (job) return;
    job = waiting.shift();
    clearTimeout(idle);
    if (!job) {
      idle = setTimeout(dismiss, IDLE_MS);
      idle.unref();
      return;
    }
    begin();
  }

  function begin(): void {
    if (!job) return;
    host.start();
    sent = job.found.length;
    if (held !== job.where) {
      held = job.where;
      const { text, contentHash } = job.where;
      send({ id: (lastId += 1), text, contentHash }, true);
    }
    sendAhead();
    restartLimit();
  }

  function send(request: AnchoringRequest, isText: boolean): void {
    asked.push({ id: request.id, isText });
    host.post(request);
  }

  function sendAhead(): void {
    if (!job) return;
    for (; sent < job.places.length && sent - job.found.length < AHEAD; sent += 1) {
      const place = job.places[sent];
      if (place) send({ id: (lastId += 1), place: bare(place) }, false);
    }
  }

  function restartLimit(): void {
    const first = asked[0];
    if (!first) return;
    const ms = first.isText
      ? (options.maxTextMs ?? MAX_TEXT_MS)
      : (options.maxPlaceMs ?? MAX_PLACE_MS);
    host.watch(ms);
  }

  function receive(message: unknown): void {
    const answer = tryParse(anchoringAnswerSchema, message);
    const first = asked[0];
    if (!answer.success || answer.output.id !== first?.id) return breach();
    asked.shift();
    if (!first.isText) job?.found.push(answer.output.found ?? NOT_SEARCHED);
    goOn();
  }

  function goOn(): void {
    if (!job) return;
    if (job.found.length === job.places.length) return end();
    sendAhead();
    restartLimit();
  }

  function end(): void {
    host.unwatch();
    const done = job;
    job = undefined;
    done?.settle(done.found);
    next();
  }

  /** Handles the first open request when it breaks a limit or its process ends. */
  function breach(): void {
    const isText = asked[0]?.isText === true;
    dismiss();
    if (!job) return;
    job.breaches += 1;
    if (!isText) job.found.push(NOT_SEARCHED);
    if (isText || job.breaches >= MAX_BREACHES)
      while (job.found.length < job.places.length) job.found.push(NOT_SEARCHED);
    if (job.found.length === job.places.length) end();
    else begin();
  }

  function dismiss(): void {
    held = undefined;
    asked = [];
    host.stop();
  }

  return {
    async find(where, places) {
      const found = places.map((place) => findAtOnce(where, place));
      const open = places.filter((_place, index) => found[index] === null);
      if (open.length === 0) return found.map((each) => each ?? NOT_SEARCHED);
      const searched = await new Promise<readonly Found[]>((settle) => {
        waiting.push({ where, places: open, found: [], breaches: 0, settle });
        next();
      });
      const rest = searched.values();
      return found.map((each) => each ?? rest.next().value ?? NOT_SEARCHED);
    },
    stop() {
      const left = job ? [job, ...waiting.splice(0)] : waiting.splice(0);
      job = undefined;
      clearTimeout(idle);
      dismiss();
      for (const { places, settle } of left) settle(places.map(() => NOT_SEARCHED));
    },
  };
}

/** Leaves out note and tags of a highlight, because the worker needs only the stored place. */
const bare = ({ span, contentHash, quote }: StoredPlace): StoredPlace => ({
  span,
  contentHash,
  quote,
});
