import { keepDraft, listDrafts } from '#renderer/bridge/drafts.ts';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';

const texts = new Map<AnnotationId, string>();

/** What an earlier window, gone in the middle of a note, has left behind. */
void listDrafts().then((left) => {
  for (const { id, text } of left) if (!texts.has(id)) texts.set(id, text);
});

type Which = Pick<Annotation, 'id' | 'articleId'>;

/**
 * Note texts that are not on the disk: an editor that opens again starts from them. The main process has
 * each of them too, for this window may crash.
 */
export const unsavedNotes = {
  get: (id: AnnotationId): string | undefined => texts.get(id),
  keep({ id, articleId }: Which, text: string): void {
    texts.set(id, text);
    keepDraft({ id, articleId, text });
  },
  drop({ id, articleId }: Which): void {
    if (texts.delete(id)) keepDraft({ id, articleId, text: null });
  },
};
