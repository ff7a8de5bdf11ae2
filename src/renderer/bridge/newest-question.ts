import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { hashKey } from '@tanstack/react-query';
import { BridgeError } from './bridge.ts';

/** Questions of one kind, of which the main process answers only the newest: see `SearchClient`. */
export interface NewestQuestion {
  /** From now on this is the question that the reader waits for. */
  want(key: QueryKey): void;
  /**
   * Asks until the question is answered, or is no longer wanted. A question that a newer one has overtaken is no
   * failure: its query is put back as it was before, so that whoever still looks at it sees no error.
   */
  ask<Answer>(client: QueryClient, key: QueryKey, question: () => Promise<Answer>): Promise<Answer>;
}

export function createNewestQuestion(): NewestQuestion {
  let wanted = '';
  return {
    want: (key) => void (wanted = hashKey(key)),
    async ask(client, key, question) {
      wanted = hashKey(key);
      for (;;) {
        try {
          return await question();
        } catch (error) {
          if (!wasOvertaken(error)) throw error;
          // Wanted again meanwhile, as when a letter was typed and deleted: nobody else will ask.
          if (wanted === hashKey(key)) continue;
          await client.cancelQueries({ queryKey: key, exact: true });
          throw error; // Nobody hears it: the query has ended with its cancelling.
        }
      }
    },
  };
}

const wasOvertaken = (error: unknown): boolean =>
  error instanceof BridgeError && error.failure.code === 'search/superseded';
