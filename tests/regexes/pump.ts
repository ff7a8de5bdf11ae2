import { type Node, parseRegex } from './parse-regex.ts';

/** An input that grows: `before`, then `pumped` repeatedly, then `after`. */
export interface Pump {
  readonly before: string;
  readonly pumped: string;
  readonly after: string;
}

/** A repetition with a lower maximum cannot grow with the input. */
const MANY = 16;

/** Letters that represent all others, taken from texts of the app. */
const POOL = [
  ...'aZ09 \n\t.,-_/:;@#=&%+*?!<>()[]{}|\'"`~^$\\',
  ...'بسةءـ\u0651٠٣،؛؟«»\u00a0\u2028\u200f\u{1F642}',
];

/** Ends after which most expressions cannot match. Letters that a repetition does not accept are added. */
const ENDS = ['', '\0', '\n!'] as const;

const MAX_ALPHABET = 9;
const MAX_PIECES = 12;

/**
 * Makes inputs on which a regular expression would be slow if any input could make it so: what its repetitions accept,
 * alone and combined, after what must precede it, and before an end that does not match.
 */
export function pumpsOf(regex: RegExp): readonly Pump[] {
  const tree = parseRegex(regex.source);
  const flags = regex.flags.replace(/[gydm]/gu, '');
  const alphabet = lettersOf(tree, flags);
  const repeats = findRepeats(tree, '', flags);
  const pieces = new Set([
    ...repeats.flatMap(({ item }) => samples(item, flags)),
    ...alphabet,
    ...alphabet.flatMap((first) => alphabet.map((second) => first + second)),
  ]);
  const strangers = repeats.flatMap(({ item }) => strangersTo(item, flags));
  const ends = new Set([...ENDS, ...strangers]);
  // A preceding letter that does not match prevents a match at the start of the text.
  const befores = new Set(['', ...strangers, ...repeats.map(({ before }) => before)]);
  const all: Pump[] = [];
  if (repeats.length === 0) return all;
  for (const before of befores)
    for (const pumped of pieces)
      if (pumped !== '') for (const after of ends) all.push({ before, pumped, after });
  return all;
}

interface Repeat {
  readonly item: Node;
  /** One text that leads to the repetition. */
  readonly before: string;
}

function findRepeats(node: Node, before: string, flags: string): Repeat[] {
  switch (node.kind) {
    case 'letter':
      return [];
    case 'nothing':
      return node.inside.flatMap((inside) => findRepeats(inside, before, flags));
    case 'choice':
      return node.options.flatMap((option) => findRepeats(option, before, flags));
    case 'repeat': {
      const inner = findRepeats(node.item, before, flags);
      return node.max >= MANY ? [{ item: node.item, before }, ...inner] : inner;
    }
    case 'sequence': {
      let path = before;
      return node.items.flatMap((item) => {
        const found = findRepeats(item, path, flags);
        path += samples(item, flags)[0] ?? '';
        return found;
      });
    }
  }
}

/** Returns some texts that the node accepts, with the shortest repetitions that are not empty. */
function samples(node: Node, flags: string): string[] {
  switch (node.kind) {
    case 'nothing':
      return [''];
    case 'letter':
      return matching(node.source, flags).slice(0, 3);
    case 'choice':
      return node.options.flatMap((option) => samples(option, flags)).slice(0, MAX_PIECES);
    case 'repeat': {
      const one = samples(node.item, flags);
      const times = Math.max(1, Math.min(node.min, MANY));
      const repeated = one.map((text) => text.repeat(times));
      return node.min === 0 ? [...repeated, ''].slice(0, MAX_PIECES) : repeated;
    }
    case 'sequence':
      return node.items.reduce<string[]>(
        (texts, item) => {
          const next = samples(item, flags);
          return texts.flatMap((text) => next.map((piece) => text + piece)).slice(0, MAX_PIECES);
        },
        [''],
      );
  }
}

/** Returns letters that the repeated part does not contain. */
function strangersTo(item: Node, flags: string): readonly string[] {
  const taken = new Set<string>();
  for (const source of lettersIn(item)) for (const each of matching(source, flags)) taken.add(each);
  return POOL.filter((letter) => !taken.has(letter)).slice(0, 1);
}

const known = new Map<string, readonly string[]>();

function matching(source: string, flags: string): readonly string[] {
  const key = `${flags}/${source}`;
  const before = known.get(key);
  if (before) return before;
  const one = new RegExp(`^(?:${source})$`, flags);
  // A letter that represents itself is its own sample.
  const pool = source.startsWith('[')
    ? [...POOL, ...source]
    : [source.replace(/^\\/u, ''), ...POOL];
  const found = [...new Set(pool.filter((letter) => one.test(letter)))];
  if (found.length === 0) {
    // No letter of the pool fits, so a letter of another script is searched by its number.
    for (let code = 0; code < 0x10000 && found.length === 0; code += 1)
      if (one.test(String.fromCharCode(code))) found.push(String.fromCharCode(code));
  }
  known.set(key, found);
  return found;
}

/** Returns one letter for every set of letters that the expression distinguishes, as far as the pool does. */
function lettersOf(tree: Node, flags: string): readonly string[] {
  const sources = lettersIn(tree);
  const classes = new Map<string, string>();
  const tests = [...sources].map((source) => new Set(matching(source, flags)));
  for (const letter of new Set(tests.flatMap((letters) => [...letters]))) {
    const signature = tests.map((letters) => (letters.has(letter) ? 1 : 0)).join('');
    if (!classes.has(signature)) classes.set(signature, letter);
  }
  return [...classes.entries()]
    .toSorted(([a], [b]) => countOnes(b) - countOnes(a))
    .map(([, letter]) => letter)
    .slice(0, MAX_ALPHABET);
}

/** Returns the sets of letters in a tree. */
function lettersIn(tree: Node): ReadonlySet<string> {
  const sources = new Set<string>();
  const visit = (node: Node): void => {
    if (node.kind === 'letter') sources.add(node.source);
    if (node.kind === 'nothing') node.inside.forEach(visit);
    if (node.kind === 'choice') node.options.forEach(visit);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'repeat') visit(node.item);
  };
  visit(tree);
  return sources;
}

const countOnes = (signature: string): number => signature.replaceAll('0', '').length;
