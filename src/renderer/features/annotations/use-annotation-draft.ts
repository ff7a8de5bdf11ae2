import { useEffect, useRef } from 'react';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { type ChangeName, saveHighlight } from '#renderer/undo/mark-changes.ts';
import { newestRecord } from '#renderer/undo/newest-records.ts';
import type { Annotation, Meaning } from '#shared/domain/annotation.ts';

export type SaveChange = (
  change: { meaning?: Meaning; note?: string; tags?: string[] },
  name: ChangeName,
  /** The note that undo restores, when it is a text that was not saved yet. */
  noteBefore?: string,
) => Promise<Annotation>;

/**
 * Saves each change of a highlight on top of the one before. A new meaning right after a new note keeps this note,
 * although the store has not answered yet.
 */
export function useAnnotationDraft(annotation: PlacedAnnotation): SaveChange {
  const latest = useRef(annotation);
  const underWay = useRef(0);

  useEffect(() => {
    if (underWay.current === 0) latest.current = annotation;
  }, [annotation]);

  return async (change, name, noteBefore) => {
    latest.current = { ...latest.current, ...change };
    underWay.current += 1;
    try {
      const { id, articleId, meaning, span, note, tags, record } = latest.current;
      const known = newestRecord(record);
      const before = noteBefore === undefined ? known : { ...known, note: noteBefore };
      return await saveHighlight({ id, articleId, meaning, span, note, tags }, [before], name);
    } finally {
      underWay.current -= 1;
    }
  };
}
