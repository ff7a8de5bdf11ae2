import type { IpcMainInvokeEvent } from 'electron';
import type { Channel } from '#shared/contract/channels.ts';
import { CONTRACT, type Handlers } from '#shared/contract/contract.ts';
import { type Result, fail } from '#shared/domain/result.ts';
import { APP_ORIGIN } from './app-address.ts';
import type { AnswerCall } from './ipc-channels.ts';

/** Largest input of one call, in UTF-16 units of its JSON. */
const MAX_INPUT_UTF16 = 1_000_000;

/** Answers the calls of the app's own window, by the contract. */
export function bindContract(handlers: Handlers, report: (bug: unknown) => void): AnswerCall {
  return async (channel, event, input) => {
    if (!isOwnWindow(event)) return fail({ code: 'ipc/refused' });
    try {
      return await answer(channel, handlers, input);
    } catch (bug) {
      report(bug);
      return fail({ code: 'ipc/failed' });
    }
  };
}

/** Parses the input by the contract and runs the handler. */
export async function answer(
  channel: Channel,
  handlers: Handlers,
  input: unknown,
): Promise<Result<unknown>> {
  if (isTooLarge(input)) return fail({ code: 'ipc/too-large' });
  const parsed = CONTRACT[channel].input.safeParse(input);
  if (!parsed.success) return fail({ code: 'ipc/bad-input' });
  // The input was parsed by the schema that the handler's type is derived from.
  const handle = handlers[channel] as (value: unknown) => Promise<Result<unknown>>;
  return handle(parsed.data);
}

function isTooLarge(input: unknown): boolean {
  try {
    return (JSON.stringify(input)?.length ?? 0) > MAX_INPUT_UTF16;
  } catch {
    // Circular values and BigInts are no input of ours.
    return true;
  }
}

function isOwnWindow({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  // The frame is null when it is already gone.
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.url.startsWith(`${APP_ORIGIN}/`)
  );
}
