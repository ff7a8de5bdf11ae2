import type { AnnotationId } from '#shared/domain/annotation.ts';

/** A random id of our own; never taken from a file or a text. */
export function newAnnotationId(): AnnotationId {
  // `crypto.randomUUID` answers a UUID, which is what the brand stands for.
  return crypto.randomUUID() as AnnotationId;
}
