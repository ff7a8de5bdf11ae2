import type { AnnotationId } from '#shared/domain/annotation.ts';

/** Returns a random id. Ids are never taken from a file or a text. */
export function newAnnotationId(): AnnotationId {
  // `crypto.randomUUID` returns a UUID, so it matches the pattern of `AnnotationId`.
  return crypto.randomUUID() as AnnotationId;
}
