import { useEffect, useRef } from 'react';
import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { useSaveAnnotation } from '#renderer/bridge/queries.ts';

export type SaveChange = (change: { meaning?: Meaning; note?: string }) => Promise<unknown>;

/**
 * Saves changes of one highlight on top of each other: a new meaning sent right after a new note
 * keeps that note, although the store has not answered yet.
 */
export function useAnnotationDraft(annotation: Annotation): SaveChange {
  const { mutateAsync } = useSaveAnnotation();
  const latest = useRef(annotation);
  const underWay = useRef(0);

  useEffect(() => {
    if (underWay.current === 0) latest.current = annotation;
  }, [annotation]);

  return async (change) => {
    latest.current = { ...latest.current, ...change };
    underWay.current += 1;
    try {
      const { id, articleId, meaning, span, note } = latest.current;
      return await mutateAsync({ id, articleId, meaning, span, note });
    } finally {
      underWay.current -= 1;
    }
  };
}
