import * as v from 'valibot';
import { CHANNELS, type Channel } from '#shared/contract/channels.ts';
import { INPUTS } from '#shared/contract/contract.ts';

/**
 * Values that no channel accepts. They are functions, so that a page can create the values from their source; many cannot
 * be sent from a test to a page.
 */
export const WRONG: Readonly<Record<string, () => unknown>> = {
  nothing: () => undefined,
  null: () => null,
  'a number': () => 5,
  'no number': () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  'a boolean': () => true,
  'a large number': () => 10n,
  'no letters': () => '',
  'a path': () => '../../../../etc/passwd',
  'a share': () => '\\\\127.0.0.1\\x',
  'a null byte': () => 'a\u0000b',
  'half a letter': () => 'a\uD83D',
  'an array': () => ['a'],
  'an array of objects': () => [{}],
  'a circle': () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    return circle;
  },
  'a date': () => new Date(0),
  'no date': () => new Date(Number.NaN),
  'a map': () => new Map([['articleId', 'x']]),
  'a set': () => new Set([1]),
  'a pattern': () => /x/,
  'an error': () => new Error('x'),
  'a buffer': () => new ArrayBuffer(64),
  'a function': () => () => 1,
  'a symbol': () => Symbol('x'),
  'a prototype': () => JSON.parse('{"__proto__":{"polluted":1},"x":1}') as unknown,
  'a constructor': () => ({ constructor: { prototype: { polluted: 1 } } }),
  'unknown keys': () => ({ articleId: 'x', admin: true, token: 'x', name: 'x' }),
  'keys of the store': () => ({ __internal__: { migrations: { version: '99.0.0' } } }),
  'a range backwards': () => ({ start: -1, end: -5 }),
  'a style': () => ({ meaning: 'red;background:url(http://127.0.0.1/x)' }),
  'settings of other types': () => ({ theme: { a: 1 }, readingSizePx: 'huge' }),
  'extreme settings': () => ({ readingSizePx: 1e308, lineHeight: -1 }),
};

/** Values that are too large. They are refused before any schema is used, so one channel represents all. */
export const TOO_MUCH: typeof WRONG = {
  'a sparse array': () => Array.from({ length: 2_000_000 }),
  'two million letters': () => 'ا'.repeat(2_000_000),
  'two million letters under a key': () => ({ text: 'x'.repeat(2_000_000) }),
  'many keys': () =>
    Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index])),
  'a thousand levels': () =>
    Array.from({ length: 1000 }).reduce<unknown>((inner) => ({ inner }), 0),
  bytes: () => new Uint8Array(1_000_000),
};

/** An input in which one field is wrong and the others are good. */
export interface NearlyRight {
  readonly channel: Channel;
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Values that a test can send to a page unchanged. */
const WRONG_FIELDS: readonly unknown[] = [
  null,
  -1,
  1.5,
  1e308,
  '',
  '../../../../etc/passwd',
  '/etc/cron.d/x',
  'a\u0000b',
  '__proto__',
  'file:///etc/passwd',
  'javascript:1',
  'x'.repeat(100_001),
  [],
  ['a'],
  [[]],
  { a: 1 },
  { start: 0, end: -1 },
  { start: 5, end: Number.MAX_SAFE_INTEGER + 1 },
  true,
];

/** Returns for every channel and field good inputs with a wrong value in that field, from the contract. */
export function nearlyRightCalls(): readonly NearlyRight[] {
  return CHANNELS.flatMap((channel) => {
    const input = INPUTS[channel];
    const good = goodInput(channel);
    return Object.keys(good).flatMap((field) =>
      WRONG_FIELDS.map((wrong) => ({ channel, field, input: { ...good, [field]: wrong } })).filter(
        (call) => !v.is(input, call.input),
      ),
    );
  });
}

/** Returns an input that the schema of a channel accepts. @throws when none is found */
export function goodInput(channel: Channel): Readonly<Record<string, unknown>> {
  const input = INPUTS[channel];
  const made = sample(input);
  if (!v.is(input, made)) throw new Error(`${channel}: ${JSON.stringify(made)} is no good input`);
  return made;
}

/** The kinds of schemas in the contract. */
type Part =
  | { readonly type: 'strict_object'; readonly entries: Readonly<Record<string, Part>> }
  | { readonly type: 'array'; readonly item: Part }
  | { readonly type: 'nullable' | 'optional' | 'exact_optional'; readonly wrapped: Part }
  | { readonly type: 'union' | 'variant'; readonly options: readonly Part[] }
  | { readonly type: 'picklist'; readonly options: readonly unknown[] }
  | { readonly type: 'literal'; readonly literal: unknown }
  | { readonly type: 'custom' | 'string' | 'number' | 'boolean' };

const WORDS = [
  'constructor',
  'b0',
  '2026-11-22',
  '2026-11-22T00:00:00.000Z',
  '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  'a'.repeat(64),
  'ar',
  'https://example.org/',
];

function sample(schema: v.GenericSchema): unknown {
  const part = schema as unknown as Part;
  const of = (inner: Part | undefined): unknown => sample(inner as unknown as v.GenericSchema);
  const good = (values: readonly unknown[]): unknown => values.find((value) => v.is(schema, value));
  switch (part.type) {
    case 'strict_object':
      return Object.fromEntries(
        Object.entries(part.entries).map(([key, inner]) => [key, of(inner)]),
      );
    case 'array':
      return good([[], [of(part.item)]]);
    case 'nullable':
    case 'optional':
    case 'exact_optional':
      return of(part.wrapped);
    case 'union':
    case 'variant':
      return of(part.options[0]);
    case 'picklist':
      return part.options[0];
    case 'literal':
      return part.literal;
    // A `plainRecord` begins with this check.
    case 'custom':
      return {};
    case 'string':
      return good(WORDS);
    case 'number':
      return good([0, 1]);
    case 'boolean':
      return false;
    default:
      throw new Error(`no sample of ${JSON.stringify(part satisfies never)}`);
  }
}
