import type { Input, Output } from '#shared/contract/contract.ts';
import { call } from './bridge.ts';

/** Gives the text of a note that is being written to the main process, which keeps it when the window crashes. */
export function keepDraft(draft: Input<'drafts/keep'>): void {
  // A failure is ignored, because the editor still has the text and saves it.
  call('drafts/keep', draft).catch(() => undefined);
}

/** The notes that an earlier window left unsaved, because the disk refused them. */
export const listDrafts = (): Promise<Output<'drafts/list'>> => call('drafts/list', {});
