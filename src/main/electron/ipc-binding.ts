import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { CHANNELS, type Channel } from '#shared/contract/channels.ts';
import { CONTRACT, type Handlers } from '#shared/contract/contract.ts';
import { type Result, fail } from '#shared/domain/result.ts';
import { APP_ORIGIN } from './app-address.ts';
import { judgeInput } from './judge-input.ts';

/** Registers every channel of the contract. Nothing is thrown across the process boundary. */
export function bindContract(
  ipc: IpcMain,
  handlers: Handlers,
  report: (bug: unknown) => void,
): void {
  for (const channel of CHANNELS) {
    ipc.handle(channel, async (event, ...inputs: unknown[]): Promise<Result<unknown>> => {
      if (!isOwnWindow(event)) return fail({ code: 'ipc/refused' });
      const [input] = inputs;
      if (inputs.length > 1) return fail({ code: 'ipc/bad-input' });
      try {
        return await answer(channel, handlers, input);
      } catch (bug) {
        report(bug);
        return fail({ code: 'ipc/failed' });
      }
    });
  }
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
  const parsed = CONTRACT[channel].input.safeParse(input);
  if (!parsed.success) return fail({ code: 'ipc/bad-input' });
  // The input was parsed by the schema that the handler's type is derived from.
  const handle = handlers[channel] as (value: unknown) => Promise<Result<unknown>>;
  return handle(parsed.data);
}

function isOwnWindow({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  // The frame is null when it is already gone.
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.url.startsWith(`${APP_ORIGIN}/`)
  );
}
