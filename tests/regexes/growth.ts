import { countProcessorMs } from '#main/testing/processor-time.ts';
import { type Pump, pumpsOf } from './pump.ts';

/** How the work of a regular expression grows with its input. */
export interface Growth {
  readonly kind: 'polynomial' | 'exponential';
  readonly pump: Pump;
}

/** Numbers of repetitions that take no time, unless the work doubles with each or with every second one. */
const FEW = [12, 16, 20, 24, 28] as const;
/** A longer time for an input of a few hundred letters is no accident, ms. */
const EXPONENTIAL_MS = 25;

/** With this many letters, quadratic growth is visible at once. */
const LOOK_UTF16 = 3_000;
const LOOK_MS = 0.7;

const SLOW_MS = 20;

/** The sizes that are compared. */
const SMALL_UTF16 = 5_000;
const TIMES = 4;
/** A limit between `TIMES` (linear growth) and its square. */
const STEEP = 9;
const RUNS = 3;

/** Returns the first input on which the work grows faster than the input, or `null`. */
export function findGrowth(regex: RegExp): Growth | null {
  for (const pump of pumpsOf(regex)) {
    if (isExponential(regex, pump)) return { kind: 'exponential', pump };
    const length = LOOK_UTF16 / pump.pumped.length;
    if (isFasterThan(LOOK_MS, regex, pump, length)) continue;
    if (growthOn(regex, pump) > STEEP) return { kind: 'polynomial', pump };
  }
  return null;
}

/** Returns how many times longer four times as much input takes. */
function growthOn(regex: RegExp, pump: Pump): number {
  const small = SMALL_UTF16 / pump.pumped.length;
  const look = LOOK_UTF16 / pump.pumped.length;
  // A search that is already slow is not run on more.
  return timeOf(regex, pump, look) > SLOW_MS
    ? best(regex, pump, look) / best(regex, pump, look / TIMES)
    : best(regex, pump, small * TIMES) / best(regex, pump, small);
}

function isExponential(regex: RegExp, pump: Pump): boolean {
  return FEW.some((count) => !isFasterThan(EXPONENTIAL_MS, regex, pump, count));
}

/**
 * Nearly every search is fast, and the wall clock says so at a fraction of what it costs to ask for the processor's
 * time. That time is asked for only where another process may have held this one up.
 */
function isFasterThan(ms: number, regex: RegExp, pump: Pump, count: number): boolean {
  const input = inputOf(pump, count);
  const startMs = performance.now();
  search(regex, input);
  return performance.now() - startMs < ms || best(regex, pump, count) < ms;
}

function best(regex: RegExp, pump: Pump, count: number): number {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) least = Math.min(least, timeOf(regex, pump, count));
  return least;
}

/** Returns the processor time of one search, ms. */
function timeOf(regex: RegExp, pump: Pump, count: number): number {
  const input = inputOf(pump, count);
  const spent = countProcessorMs();
  search(regex, input);
  return spent();
}

function inputOf({ before, pumped, after }: Pump, count: number): string {
  return before + pumped.repeat(Math.ceil(count)) + after;
}

/** Searches once, or for every match if the expression is global. */
function search(regex: RegExp, input: string): void {
  regex.lastIndex = 0;
  if (regex.global) input.replace(regex, '');
  else regex.exec(input);
}
