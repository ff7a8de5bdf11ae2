import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';

/** The record of each highlight that this window saved last. The lists on the screen may still have an older one. */
const newest = new Map<AnnotationId, Annotation>();

/** The most highlights that are remembered; the oldest are forgotten first. */
const MAX_REMEMBERED = 1000;

export function rememberRecords(records: readonly Annotation[]): void {
  for (const record of records) {
    newest.delete(record.id);
    newest.set(record.id, record);
  }
  for (const id of newest.keys()) {
    if (newest.size <= MAX_REMEMBERED) break;
    newest.delete(id);
  }
}

/** The newer one of a record and of the record that was saved for the same highlight. */
export function newestRecord(record: Annotation): Annotation {
  const saved = newest.get(record.id);
  return saved && saved.updatedAt > record.updatedAt ? saved : record;
}
