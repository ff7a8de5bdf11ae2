import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { hashKey } from '@tanstack/react-query';
import { BridgeError } from './bridge.ts';

/** Asks questions of one kind, of which the main process answers only the newest (see `SearchClient`). */
export interface NewestQuestion {
  /** Says which question the reader waits for now. */
  want(key: QueryKey): void;
  /**
   * Asks until the question is answered or no longer wanted. A question that was superseded by a newer one is no
   * failure: its query is put back as it was before, so that a component that still observes it shows no error.
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
          // The question may be wanted again, such as when a letter was typed and deleted. Nobody else asks it then.
          if (wanted === hashKey(key)) continue;
          await client.cancelQueries({ queryKey: key, exact: true });
          throw error; // Nobody receives this error, because the cancelled query has ended.
        }
      }
    },
  };
}

const wasOvertaken = (error: unknown): boolean =>
  error instanceof BridgeError && error.failure.code === 'search/superseded';
