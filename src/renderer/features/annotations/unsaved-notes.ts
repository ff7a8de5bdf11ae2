import type { AnnotationId } from '#shared/domain/annotation.ts';

const texts = new Map<AnnotationId, string>();

/** Note texts that are not on the disk: an editor that opens again starts from them. */
export const unsavedNotes = {
  get: (id: AnnotationId): string | undefined => texts.get(id),
  keep: (id: AnnotationId, text: string): void => void texts.set(id, text),
  /** Forgets the text unless it has changed since it was sent. */
  saved: (id: AnnotationId, text: string): void => {
    if (texts.get(id) === text) texts.delete(id);
  },
  drop: (id: AnnotationId): void => void texts.delete(id),
};
