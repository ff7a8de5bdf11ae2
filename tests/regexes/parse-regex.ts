/** A regular expression as a tree, in the detail that making inputs requires. */
export type Node =
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly item: Node; readonly min: number; readonly max: number }
  /** One character, with a regular expression that matches it. */
  | { readonly kind: 'letter'; readonly source: string }
  /** A part that consumes no character: an anchor, an assertion, a back reference. */
  | { readonly kind: 'nothing'; readonly inside: readonly Node[] };

/** An escape sequence as one piece. */
const ESCAPE =
  /\\(?:[pP]\{[^}]{1,60}\}|u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|k<[^>]{1,60}>|[^])/uy;
const GROUP = /\((?:\?(?:<?[=!]|:|<[^>]{1,60}>|[a-z-]{1,8}:))?/uy;
const COUNT = /\{(\d{1,9})(?:(,)(\d{0,9}))?\}/uy;

/** Parses the source of a regular expression that the engine has already accepted. */
export function parseRegex(source: string): Node {
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };

  function choice(): Node {
    const options = [sequence()];
    while (source[at] === '|') {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
  }

  function sequence(): Node {
    const items: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')')
      items.push(quantified(atom()));
    return { kind: 'sequence', items };
  }

  function quantified(item: Node): Node {
    const [min, max] = count();
    if (min === null) return item;
    if (source[at] === '?') at += 1;
    return { kind: 'repeat', item, min, max };
  }

  function count(): readonly [number | null, number] {
    const sign = source[at];
    if (sign === '*' || sign === '+' || sign === '?') {
      at += 1;
      return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity];
    }
    const found = take(COUNT);
    if (!found) return [null, 0];
    const min = Number(found[1]);
    if (found[2] === undefined) return [min, min];
    return [min, found[3] ? Number(found[3]) : Infinity];
  }

  function atom(): Node {
    const sign = source[at];
    if (sign === '(') return group();
    if (sign === '[') return letterClass();
    if (sign === '\\') return escape();
    if (sign === '^' || sign === '$') {
      at += 1;
      return { kind: 'nothing', inside: [] };
    }
    const letter = String.fromCodePoint(source.codePointAt(at) ?? 0);
    at += letter.length;
    return { kind: 'letter', source: letter };
  }

  function group(): Node {
    const opening = take(GROUP)?.[0] ?? '(';
    const inner = choice();
    at += 1;
    return /[=!]$/u.test(opening) ? { kind: 'nothing', inside: [inner] } : inner;
  }

  function letterClass(): Node {
    const start = at;
    at += 1;
    while (source[at] !== ']') if (!take(ESCAPE)) at += 1;
    at += 1;
    return { kind: 'letter', source: source.slice(start, at) };
  }

  function escape(): Node {
    const found = take(ESCAPE)?.[0] ?? '';
    return /^\\(?:[bBk]|[1-9])/u.test(found)
      ? { kind: 'nothing', inside: [] }
      : { kind: 'letter', source: found };
  }

  return choice();
}
