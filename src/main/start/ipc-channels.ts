import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { CHANNELS, type Channel, TEXT_CHANNELS, textChannel } from '#shared/contract/channels.ts';
import type { Result } from '#shared/domain/result.ts';

/** Answers one call of the window. Never throws: nothing is thrown across the process boundary. */
export type AnswerCall = (
  channel: Channel,
  event: IpcMainInvokeEvent,
  inputs: readonly unknown[],
) => Promise<Result<unknown>>;

/**
 * Opens every channel of the contract. The window's process starts beside the parts of this one: what it asks
 * before they are there waits for them.
 *
 * @returns gives the channels the one that answers
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
