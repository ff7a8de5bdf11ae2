import { newestRecord } from '#renderer/undo/newest-records.ts';
import { removeHighlights } from '#renderer/undo/mark-changes.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { unsavedNotes } from './unsaved-notes.ts';

/** Removes a highlight with its note. A message offers to undo this for some seconds. */
export function removeWithUndo(record: Annotation): void {
  const { id } = record;
  const note = unsavedNotes.get(id) ?? record.note;
  focusNeighbour();
  void attempt(async () => {
    const name = { label: 'undo.remove', toast: translate('ann.deleted') } as const;
    await removeHighlights([{ ...newestRecord(record), note }], name);
    unsavedNotes.drop(record);
  });
}

/** Moves the focus from a card that is about to be removed to the next card, or else to the one before. */
function focusNeighbour(): void {
  const item = document.activeElement?.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  neighbour?.querySelector<HTMLElement>('blockquote button')?.focus({ preventScroll: true });
}
