import { useEffect, useRef } from 'react';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { UndoTarget } from '#renderer/undo/undo-target.ts';
import { addSight } from '#renderer/undo/screen.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';
import { rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import type { Viewport } from '../position/viewport.ts';

interface OpenText {
  readonly articleId: ArticleId;
  readonly marks: ReaderMarks;
  readonly page: OpenPage;
  readonly viewport: Viewport;
  readonly choose: (id: AnnotationId | null) => void;
}

/** Lets undo ask which passages of the open article are visible, and scroll to them. */
export function useUndoSight(open: OpenText): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(
    () =>
      addSight({
        shows: (target) =>
          isOfArticle(latest.current, target) && isPassageInSight(latest.current, target),
        show: (target) => isOfArticle(latest.current, target) && bring(latest.current, target),
      }),
    [],
  );
}

const isOfArticle = ({ articleId }: OpenText, target: UndoTarget): boolean =>
  target.articleIds.includes(articleId);

function isPassageInSight(open: OpenText, target: UndoTarget): boolean {
  // A step that concerns the article as a whole always counts as visible.
  if (target.kind !== 'marks') return true;
  const { page } = open;
  const span = spanOf(open, target);
  const [scroller, body] = [page.scroller.current, page.body.current];
  const range = span && scroller && body && rangeOfSpan(body, page.blockSpans, span);
  if (!range) return false;
  const frame = scroller.getBoundingClientRect();
  const [first] = range.getClientRects();
  return first !== undefined && first.top >= frame.top && first.bottom <= frame.bottom;
}

function bring(open: OpenText, target: UndoTarget): boolean {
  if (target.kind !== 'marks') return true;
  const span = spanOf(open, target);
  if (!span) return false;
  const known = open.marks.annotations.find(({ id }) => target.annotationIds.includes(id));
  if (known) open.choose(known.id);
  if (!isPassageInSight(open, target)) open.viewport.jumpTo(span, 'own');
  return true;
}

/** Returns the span of the first of the marks in the present text, or its span when it was changed. */
function spanOf({ marks, articleId }: OpenText, target: UndoTarget): Span | null {
  if (target.kind !== 'marks') return null;
  const known = marks.annotations.find(({ id }) => target.annotationIds.includes(id));
  return known?.span ?? (target.articleIds[0] === articleId ? target.span : null);
}
