import { afterEach, describe, expect, it, vi } from 'vitest';
import { succeed } from '#shared/domain/result.ts';
import { search } from './search-queries.ts';

const excerpt = { text: 'زلزال', cutBefore: false, cutAfter: false, marks: [] };

/** One match in each of 60 articles, more than the number whose highlights are shown. */
const hits = Array.from({ length: 60 }, (_, n) => ({
  articleId: `a${n}`,
  annotationId: `3f0f8a4e-5a52-4b7e-9a0e-0000000000${String(n).padStart(2, '0')}`,
  complete: true,
  matches: [],
  forms: [],
  note: excerpt,
  quote: excerpt,
}));

const answers: Readonly<Record<string, unknown>> = {
  'search/query': {
    text: 'زلزال',
    words: [],
    hits: [],
    total: 0,
    familyOnly: 0,
    coverage: { searched: 60, waiting: 0, unreadable: 0 },
  },
  'search/annotations': { text: 'زلزال', hits, total: 60, familyOnly: 0, highlights: [] },
  'marks/get': { annotations: [], bookmarks: [] },
};

/** A bridge that counts the calls of each channel. */
function countCalls(): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  const answer = (channel: string) => {
    calls.set(channel, (calls.get(channel) ?? 0) + 1);
    return succeed(answers[channel]);
  };
  const invoke = (channel: string) => Promise.resolve(answer(channel));
  const read = (channel: string) => Promise.resolve(JSON.stringify(answer(channel)));
  vi.stubGlobal('window', { bridge: { invoke, read } });
  return calls;
}

describe('a search of the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('makes two calls, however many articles have highlights that were found', async () => {
    const calls = countCalls();

    await search({ text: 'زلزال', matching: 'close', typing: false });

    expect([...calls]).toEqual([
      ['search/query', 1],
      ['search/annotations', 1],
    ]);
  });
});
