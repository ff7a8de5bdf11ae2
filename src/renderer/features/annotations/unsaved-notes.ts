import type { AnnotationId } from '#shared/domain/annotation.ts';

const texts = new Map<AnnotationId, string>();

/** Note texts that are not on the disk: an editor that opens again starts from them. */
export const unsavedNotes = {
  get: (id: AnnotationId): string | undefined => texts.get(id),
  keep: (id: AnnotationId, text: string): void => void texts.set(id, text),
  drop: (id: AnnotationId): void => void texts.delete(id),
};
