import type { StoredPlace } from '#shared/domain/annotation.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type WorkerProcess, createWorkerHost } from '../disk/worker-host.ts';
import {
  type Found,
  NOT_SEARCHED,
  type PlaceFinder,
  type TextToSearch,
  findAtOnce,
} from './finder.ts';
import { type PlacingRequest, placingAnswerSchema } from './protocol.ts';

export interface PlacingClientOptions {
  readonly fork: () => WorkerProcess;
  /** Resident memory of a process, bytes, or `null` when it is not known. */
  readonly memoryOf: (pid: number) => number | null;
  /** Longest that one place may take, ms. */
  readonly maxPlaceMs?: number;
  /** Longest that a text may take to be made ready, ms. */
  readonly maxTextMs?: number;
  readonly maxBytes?: number;
}

export interface PlacingClient extends PlaceFinder {
  /** Ends the process; what waits is not searched. */
  stop(): void;
}

/** An ordinary place takes less than 10 ms; the rest is for machines that are slow and busy. */
const MAX_PLACE_MS = 3_000;
/** A book of five million letters takes some seconds. */
const MAX_TEXT_MS = 20_000;
const MAX_BYTES = 512 * 1024 * 1024;
/** Places in one text that may break a limit before its other places are not looked for either. */
const MAX_BREACHES = 3;

/** Places that are sent ahead, so that the worker need not wait for the next. */
const AHEAD = 32;

/** Without work for so long the process is ended, ms. */
const IDLE_MS = 20_000;

interface Job {
  readonly where: TextToSearch;
  readonly places: readonly StoredPlace[];
  readonly found: Found[];
  breaches: number;
  readonly settle: (found: readonly Found[]) => void;
}

/**
 * Looks for places in a process of its own, one text after the other. Whatever a quote does to the search costs
 * that quote its place and the process its life: the next one goes on with the place behind it.
 *
 * What needs no looking is answered here, without a process.
 */
export function createPlacingClient(options: PlacingClientOptions): PlacingClient {
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
  /** The text that the worker has. */
  let held: TextToSearch | undefined;
  /** Requests without an answer: their numbers, and whether it is the text's. */
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

  function send(request: PlacingRequest, isText: boolean): void {
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
    const answer = tryParse(placingAnswerSchema, message);
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

  /** What was asked first has broken a limit, or the process died of it. */
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

/** Without the note and the tags of a highlight: the worker needs only the place. */
const bare = ({ span, contentHash, quote }: StoredPlace): StoredPlace => ({
  span,
  contentHash,
  quote,
});
