import type { Input, Output } from '#shared/contract/contract.ts';
import { call } from './bridge.ts';

/** Leaves a note under the hand with the main process, which outlives the window. */
export function keepDraft(draft: Input<'drafts/keep'>): void {
  // It is a second net: what fails here is still in the editor and in its own saving.
  call('drafts/keep', draft).catch(() => undefined);
}

/** The notes that an earlier window left behind and the disk refused. */
export const listDrafts = (): Promise<Output<'drafts/list'>> => call('drafts/list', {});
