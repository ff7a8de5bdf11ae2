import type { EventPayload, Input, Output } from '#shared/contract/contract.ts';
import {
  type Channel,
  type EventName,
  TEXT_CHANNELS,
  type TextChannel,
} from '#shared/contract/channels.ts';
import type { Coded, Result } from '#shared/domain/result.ts';

interface Bridge {
  invoke(channel: string, input: unknown): Promise<unknown>;
  /** Answers with the same as `invoke`, as JSON. */
  read(channel: TextChannel, input: unknown): Promise<string>;
  drop(files: readonly File[]): Promise<unknown>;
  on(event: string, listener: (payload: never) => void): () => void;
}

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** A coded failure from the main process. It is thrown, so that queries and mutations treat it as an error. */
export class BridgeError extends Error {
  readonly failure: Coded;
  constructor(failure: Coded) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Calls the main process. @throws BridgeError with the code of an expected failure. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  // The cast is safe, because `ipc-binding.ts` answers every channel of the contract with a `Result` of its output.
  const answer = (await ask(channel, input)) as Result<Output<C>>;
  if (!answer.ok) throw new BridgeError(answer.error);
  return answer.value;
}

const texts: ReadonlySet<Channel> = new Set(TEXT_CHANNELS);
const isText = (channel: Channel): channel is TextChannel => texts.has(channel);

async function ask(channel: Channel, input: unknown): Promise<unknown> {
  if (!isText(channel)) return window.bridge.invoke(channel, input);
  return JSON.parse(await window.bridge.read(channel, input));
}

/** Imports files and folders that were dropped on the window. @throws BridgeError when none of them has a path */
export async function dropFiles(files: readonly File[]): Promise<void> {
  // The cast is safe for the same reason as in `call`.
  const answer = (await window.bridge.drop(files)) as Result<null>;
  if (!answer.ok) throw new BridgeError(answer.error);
}

/** Calls a function at each event of the main process. @returns the function that stops this */
export function listen<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return window.bridge.on(event, listener);
}
