import { keepDraft, listDrafts } from '#renderer/bridge/drafts.ts';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';

const texts = new Map<AnnotationId, string>();

/** Takes the notes that were being written when an earlier window crashed. */
void listDrafts().then((left) => {
  for (const { id, text } of left) if (!texts.has(id)) texts.set(id, text);
});

type Which = Pick<Annotation, 'id' | 'articleId'>;

/**
 * The texts of notes that are not saved. An editor that opens again starts from them. The main process has them, too,
 * because this window may crash.
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
