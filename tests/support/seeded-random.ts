/** Returns numbers from 0 to 1, without 1, that are the same for the same seed, so that every run can be repeated. */
export type Random = () => number;

/** Mulberry32, by Tommy Ettinger: 32 bits of state, which is good enough to choose words, bytes and moments. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
