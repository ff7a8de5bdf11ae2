import type { EventPayload, Input, Output } from '#shared/contract/contract.ts';
import type { Channel, EventName } from '#shared/contract/channels.ts';
import { type Coded, fail, succeed } from '#shared/domain/result.ts';

/** What the main process answers to a call: a value, or a promise of one. */
export type Answers = {
  readonly [C in Channel]?: (input: Input<C>) => Output<C> | Promise<Output<C>>;
};

export interface TestBridge {
  /** The inputs of the calls so far on one channel, the oldest first. */
  readonly inputs: <C extends Channel>(channel: C) => readonly Input<C>[];
  /** Sends an event to the window, as the main process does. */
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

/** An answer that is an expected failure. */
export class Refusal extends Error {
  readonly failure: Coded;
  constructor(failure: Coded) {
    super(failure.code);
    this.failure = failure;
  }
}

/**
 * Puts a bridge into the page that answers in place of the main process.
 *
 * @param answers  for each channel; a call without an answer fails with the code `test/unanswered`
 */
export function installBridge(answers: Answers): TestBridge {
  const calls: { readonly channel: string; readonly input: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const invoke = async (channel: string, input: unknown): Promise<unknown> => {
    calls.push({ channel, input });
    const answer = answers[channel as Channel] as ((input: unknown) => unknown) | undefined;
    if (!answer) return fail({ code: 'test/unanswered', params: { channel } });
    try {
      return succeed(await answer(input));
    } catch (error) {
      if (error instanceof Refusal) return fail(error.failure);
      throw error;
    }
  };
  const bridge: Window['bridge'] = {
    invoke,
    read: async (channel, input) => JSON.stringify(await invoke(channel, input)),
    drop: async () => fail({ code: 'test/unanswered' }),
    on: (event, listener) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
  };
  Object.assign(window, { bridge });
  return {
    inputs: (channel) =>
      calls.filter((call) => call.channel === channel).map(({ input }) => input as never),
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
  };
}
