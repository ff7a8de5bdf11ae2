/** Most that one call may bring, counted as letters of its strings and keys, and one for every value. */
const MAX_INPUT_UTF16 = 1_000_000;

/** Deeper than anything in the contract. */
const MAX_DEPTH = 20;

/**
 * Whether the schemas may look at what came with a call: plain objects, arrays, strings, numbers, booleans and
 * nothing else, of a bearable size. Walks it only so far, so that no input costs more than the largest good one.
 */
export function judgeInput(input: unknown): 'fits' | 'too-large' | 'not-plain' {
  let left = MAX_INPUT_UTF16;
  const level: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = level.pop(); next; next = level.pop()) {
    const { value, depth } = next;
    left -= typeof value === 'string' ? value.length : 1;
    if (left < 0 || depth > MAX_DEPTH) return 'too-large';
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'bigint') return 'not-plain';
      continue;
    }
    if (!isPlain(value)) return 'not-plain';
    if (Array.isArray(value) && value.length > left) return 'too-large';
    for (const [key, inner] of Object.entries(value)) {
      left -= Array.isArray(value) ? 0 : key.length;
      level.push({ value: inner, depth: depth + 1 });
    }
  }
  return 'fits';
}

/** Dates, maps, buffers and the like pass for objects without keys. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
