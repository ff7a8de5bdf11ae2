import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { CHANNELS, type Channel, TEXT_CHANNELS, textChannel } from '#shared/contract/channels.ts';
import type { Result } from '#shared/domain/result.ts';

/** Answers one call of the window. Never throws, because no exception may cross the process boundary. */
export type AnswerCall = (
  channel: Channel,
  event: IpcMainInvokeEvent,
  inputs: readonly unknown[],
) => Promise<Result<unknown>>;

/**
 * Opens every channel of the contract at once, because the window starts while the main process is still being set up.
 * Earlier calls wait until there is an answerer.
 *
 * @returns a function that sets the answerer of all channels
 */
export function openChannels(ipc: IpcMain): (answer: AnswerCall) => void {
  let connect: (answer: AnswerCall) => void = () => {};
  const connected = new Promise<AnswerCall>((resolve) => (connect = resolve));
  for (const channel of CHANNELS) {
    ipc.handle(channel, async (event, ...inputs: unknown[]) => {
      const answer = await connected;
      return answer(channel, event, inputs);
    });
  }
  for (const channel of TEXT_CHANNELS) {
    ipc.handle(textChannel(channel), async (event, ...inputs: unknown[]) => {
      const answer = await connected;
      return JSON.stringify(await answer(channel, event, inputs));
    });
  }
  return connect;
}
