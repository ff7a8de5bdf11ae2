import { countProcessorMs } from '#main/testing/processor-time.ts';
import { type Pump, pumpsOf } from './pump.ts';

/** How the work of a regular expression grows with an input. */
export interface Growth {
  readonly kind: 'polynomial' | 'exponential';
  readonly pump: Pump;
}

/** Repetitions that take no time at all unless the work doubles with each or with every second one. */
const FEW = [12, 16, 20, 24, 28] as const;
/** Longer than this is no accident for an input of some hundred letters, ms. */
const EXPONENTIAL_MS = 25;

/** Letters with which work that grows with their square is seen at once. */
const LOOK_UTF16 = 3_000;
const LOOK_MS = 0.7;

const SLOW_MS = 20;

/** Sizes that are compared. */
const SMALL_UTF16 = 5_000;
const TIMES = 4;
/** Between `TIMES` (grows as the input) and its square. */
const STEEP = 9;
const RUNS = 3;

/** The first input found on which the work grows faster than the input, or `null`. */
export function findGrowth(regex: RegExp): Growth | null {
  for (const pump of pumpsOf(regex)) {
    if (isExponential(regex, pump)) return { kind: 'exponential', pump };
    const length = LOOK_UTF16 / pump.pumped.length;
    if (timeOf(regex, pump, length) < LOOK_MS || best(regex, pump, length) < LOOK_MS) continue;
    if (growthOn(regex, pump) > STEEP) return { kind: 'polynomial', pump };
  }
  return null;
}

/** How many times longer four times as much input takes. */
function growthOn(regex: RegExp, pump: Pump): number {
  const small = SMALL_UTF16 / pump.pumped.length;
  const look = LOOK_UTF16 / pump.pumped.length;
  // What is slow already must not be asked for more.
  return timeOf(regex, pump, look) > SLOW_MS
    ? best(regex, pump, look) / best(regex, pump, look / TIMES)
    : best(regex, pump, small * TIMES) / best(regex, pump, small);
}

function isExponential(regex: RegExp, pump: Pump): boolean {
  return FEW.some(
    (count) =>
      timeOf(regex, pump, count) > EXPONENTIAL_MS && best(regex, pump, count) > EXPONENTIAL_MS,
  );
}

function best(regex: RegExp, pump: Pump, count: number): number {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) least = Math.min(least, timeOf(regex, pump, count));
  return least;
}

/** The processor's time for one search, or for all of them where the expression is global, ms. */
function timeOf(regex: RegExp, { before, pumped, after }: Pump, count: number): number {
  const input = before + pumped.repeat(Math.ceil(count)) + after;
  const spent = countProcessorMs();
  regex.lastIndex = 0;
  if (regex.global) input.replace(regex, '');
  else regex.exec(input);
  return spent();
}
