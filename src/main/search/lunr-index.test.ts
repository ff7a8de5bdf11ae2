import { describe, expect, it } from 'vitest';
import { type IndexDocument, LunrIndex, PRECISION, createBuilder } from './lunr-index.ts';

const documents: IndexDocument[] = [
  { ref: '0', title: ['a', 'b'], text: ['a', 'c', 'd', 'a'] },
  { ref: '1', title: ['c'], text: ['b', 'constructor', '__proto__'] },
  { ref: '2', title: [], text: ['d', 'e'] },
  { ref: '3', title: ['e'], text: [] },
];

describe('LunrIndex', () => {
  it.each([
    [{ a: 1 }],
    [{ a: 2.5, c: 1, missing: 3 }],
    [{ constructor: 1, ['__proto__']: 1, e: 0.5 }],
  ])('scores as Lunr does, times the length of the query: %j', (given) => {
    const boosts = new Map(Object.entries(given));
    const known = [...boosts].filter(([key]) => LunrIndex.build(documents).frequency(key) > 0);
    const length = Math.hypot(...known.map(([, boost]) => boost));
    const expected = [0, 0, 0, 0];
    const results = createBuilder(documents)
      .build()
      .query((query) => {
        for (const [term, boost] of known) query.term(term, { boost, usePipeline: false });
      });
    for (const { ref, score } of results) expected[Number(ref)] = (score * length) / PRECISION;

    const scores = LunrIndex.build(documents).search(boosts);

    expect([...scores].map((score) => score.toFixed(4))).toEqual(
      expected.map((score) => score.toFixed(4)),
    );
  });

  it('is unchanged by storing and loading', () => {
    const index = LunrIndex.build(documents);

    const loaded = LunrIndex.ofColumns(documents.length, index.columns());

    expect(loaded.columns()).toEqual(index.columns());
    expect(loaded.search(new Map([['a', 2]]))).toEqual(index.search(new Map([['a', 2]])));
  });
});
