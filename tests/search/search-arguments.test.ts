import { describe, expect, it } from 'vitest';
import { readSearchArguments } from '../../scripts/dev/library/search-arguments.ts';

const wishesOf = (...given: string[]) => {
  const read = readSearchArguments(given);
  return read.kind === 'wishes' ? read.wishes : read;
};

describe('the arguments of the search', () => {
  it('are options and a query, in any order', () => {
    expect(wishesOf('--exact', 'كاميرات', '--limit', '3', 'حرارية', '--json')).toEqual({
      folder: null,
      matching: 'exact',
      limit: 3,
      json: true,
      query: 'كاميرات حرارية',
    });
  });

  it.each([['--exakt'], ['--limit=3'], ['--Family'], ['--j']])(
    'refuse an unknown option with a sentence that names it: %s',
    (option) => {
      const read = readSearchArguments([option, 'كاميرات']);

      expect(read).toMatchObject({ kind: 'refused' });
      expect(read.kind === 'refused' && read.why).toContain(option);
    },
  );

  it('keep the minus sign of a query, and everything after --', () => {
    expect(wishesOf('-وزير')).toMatchObject({ query: '-وزير' });
    expect(wishesOf('--', '--exact')).toMatchObject({ query: '--exact', matching: 'close' });
  });

  it.each([[[]], [['--json']], [[' ']], [['كلمة', '--limit']], [['كلمة', '--limit', '0']]])(
    'refuse a call without a query or a value: %j',
    (given) => {
      expect(readSearchArguments(given).kind).toBe('refused');
    },
  );

  it('answer a request for help with help alone', () => {
    expect(readSearchArguments(['كلمة', '-h']).kind).toBe('help');
  });
});
