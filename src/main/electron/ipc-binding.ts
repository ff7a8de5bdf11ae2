import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { Channel } from '#shared/contract/channels.ts';
import { type Handlers, INPUTS } from '#shared/contract/contract.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type Result, fail } from '#shared/domain/result.ts';
import { APP_ORIGIN } from './app-address.ts';
import type { AnswerCall } from '../start/ipc-channels.ts';
import { judgeInput } from './judge-input.ts';

/**
 * Answers the calls of the app's own window by the contract. @param page the page of the window; calls of any other
 * page are refused
 */
export function bindContract(
  handlers: Handlers,
  report: (bug: unknown) => void,
  page: WebContents,
): AnswerCall {
  return async (channel, event, [input, ...more]) => {
    if (event.sender !== page || !isOwnPage(event)) return fail({ code: 'ipc/refused' });
    if (more.length > 0) return fail({ code: 'ipc/bad-input' });
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
  const judged = judgeInput(input);
  if (judged === 'too-large') return fail({ code: 'ipc/too-large' });
  if (judged === 'not-plain') return fail({ code: 'ipc/bad-input' });
  // An empty array would be accepted as an object without keys.
  if (Array.isArray(input)) return fail({ code: 'ipc/bad-input' });
  const parsed = tryParse(INPUTS[channel], input);
  if (!parsed.success) return fail({ code: 'ipc/bad-input' });
  // The handler's type is derived from the schema that parsed the input.
  const handle = handlers[channel] as (value: unknown) => Promise<Result<unknown>>;
  return handle(parsed.output);
}

function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  // The frame is null when it was destroyed in the meantime.
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.url.startsWith(`${APP_ORIGIN}/`)
  );
}
