import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { BridgeError } from './bridge.ts';
import { createNewestQuestion } from './newest-question.ts';

interface Pending {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A main process that answers only the newest question, and only when the test says so. */
function aMainProcess() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const newest = createNewestQuestion();
  let pending: Pending | null = null;
  const asked: string[] = [];
  const call = (text: string): Promise<string> => {
    asked.push(text);
    pending?.reject(new BridgeError({ code: 'search/superseded' }));
    return new Promise((resolve, reject) => {
      pending = { resolve: () => resolve(`found ${text}`), reject };
    });
  };
  const options = (text: string) => {
    const queryKey = ['search', text];
    const queryFn = () => newest.ask(client, queryKey, () => call(text));
    return { queryKey, queryFn, staleTime: Infinity };
  };
  return {
    client,
    asked,
    /** Asks as the field does for every letter, before a component observes the query. */
    ask: (text: string) => {
      newest.want(['search', text]);
      void client.prefetchQuery(options(text));
    },
    look: (text: string) => new QueryObserver(client, options(text)),
    answer: () => {
      pending?.resolve();
      pending = null;
    },
    fail: () => {
      pending?.reject(new BridgeError({ code: 'search/gone' }));
      pending = null;
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the newest question', () => {
  it('shows no error to a component that still observes a superseded question', async () => {
    const { ask, look, answer } = aMainProcess();
    ask('م');
    const errors: unknown[] = [];
    look('م').subscribe(({ error }) => void (error && errors.push(error)));

    ask('من');
    await settled();
    answer();
    await settled();

    expect(errors).toEqual([]);
    const seen = look('من');
    seen.subscribe(() => undefined);
    expect(seen.getCurrentResult().data).toBe('found من');
  });

  it('asks a question again when the reader returns to it before it was answered', async () => {
    const { ask, look, answer, asked } = aMainProcess();
    ask('م');
    const seen = look('م');
    seen.subscribe(() => undefined);

    ask('من');
    ask('م');
    await settled();
    answer();
    await settled();

    expect(seen.getCurrentResult()).toMatchObject({ data: 'found م', error: null });
    expect(asked).toEqual(['م', 'من', 'م']);
  });

  it('keeps the earlier answer when a renewal is superseded', async () => {
    const { client, ask, look, answer } = aMainProcess();
    ask('م');
    answer();
    await settled();
    const seen = look('م');
    seen.subscribe(() => undefined);
    void client.invalidateQueries({ queryKey: ['search', 'م'] });
    await settled();

    ask('من');
    await settled();

    expect(seen.getCurrentResult()).toMatchObject({ data: 'found م', error: null });
  });

  it('hides no failure', async () => {
    const { ask, look, fail } = aMainProcess();
    ask('م');
    const seen = look('م');
    seen.subscribe(() => undefined);

    fail();
    await settled();

    expect(seen.getCurrentResult().error).toMatchObject({ failure: { code: 'search/gone' } });
  });
});
