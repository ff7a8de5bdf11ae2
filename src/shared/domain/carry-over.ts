import { isObject } from './is-object.ts';

/**
 * Combines a change with a file that a newer version may have written: everything in the file that this version does
 * not know or understand stays as it is. Returns the value to write.
 *
 * @param raw the parsed JSON of the file
 * @param seen what this version understood of it
 * @param next what this version wants it to contain
 */
export function carryOver(raw: unknown, seen: unknown, next: unknown): unknown {
  if (isSame(seen, next)) return raw;
  if (!isObject(raw) || !isObject(seen) || !isObject(next)) return next;
  const kept = Object.keys(raw).filter(
    (key) => !Object.hasOwn(seen, key) || Object.hasOwn(next, key),
  );
  const added = Object.keys(next).filter((key) => !Object.hasOwn(raw, key));
  // `fromEntries` can also create a field named `__proto__`; an assignment could not.
  return Object.fromEntries([
    ...kept.map((key) => [
      key,
      Object.hasOwn(next, key) ? carryOver(raw[key], seen[key], next[key]) : raw[key],
    ]),
    ...added
      .filter((key) => !isSame(seen[key], next[key]) && next[key] !== undefined)
      .map((key) => [key, next[key]]),
  ]) as unknown;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
