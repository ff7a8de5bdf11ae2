import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';

/** What was saved last of each highlight in this window: the lists on the screen may be a moment older. */
const newest = new Map<AnnotationId, Annotation>();

/** Highlights that are remembered, oldest forgotten first. */
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

/** The newer of a record and what was saved of it since. */
export function newestRecord(record: Annotation): Annotation {
  const saved = newest.get(record.id);
  return saved && saved.updatedAt > record.updatedAt ? saved : record;
}
