/**
 * The largest input of one call, counted as the length of its strings and keys in UTF-16 units plus one for every
 * other value.
 */
const MAX_INPUT_UTF16 = 1_000_000;

/** A depth greater than that of any input in the contract. */
const MAX_DEPTH = 20;

/**
 * Checks that an input consists only of plain objects, arrays, strings, numbers, booleans and the like, and is not
 * too large, before the schemas parse it. The walk stops at the limit, so that no input costs more than the largest
 * valid one.
 */
export function judgeInput(input: unknown): 'fits' | 'too-large' | 'not-plain' {
  let budget = MAX_INPUT_UTF16;
  const level: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = level.pop(); next; next = level.pop()) {
    const { value, depth } = next;
    budget -= typeof value === 'string' ? value.length : 1;
    if (budget < 0 || depth > MAX_DEPTH) return 'too-large';
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'bigint') return 'not-plain';
      continue;
    }
    if (!isPlain(value)) return 'not-plain';
    if (Array.isArray(value) && value.length > budget) return 'too-large';
    for (const [key, inner] of Object.entries(value)) {
      budget -= Array.isArray(value) ? 0 : key.length;
      level.push({ value: inner, depth: depth + 1 });
    }
  }
  return 'fits';
}

/** True for plain objects and arrays. Dates, maps and buffers would otherwise be accepted as objects without keys. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
