import type { AnnotationId } from '#shared/domain/annotation.ts';

/** A random id. Ids are never taken from a file or a text. */
export function newAnnotationId(): AnnotationId {
  // `crypto.randomUUID` returns a UUID, which is what the brand stands for.
  return crypto.randomUUID() as AnnotationId;
}
