import { useEffect, useRef } from 'react';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Place } from '#renderer/undo/place.ts';
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
        shows: (place) =>
          isOfArticle(latest.current, place) && isPassageInSight(latest.current, place),
        show: (place) => isOfArticle(latest.current, place) && bring(latest.current, place),
      }),
    [],
  );
}

const isOfArticle = ({ articleId }: OpenText, place: Place): boolean =>
  place.articleIds.includes(articleId);

function isPassageInSight(open: OpenText, place: Place): boolean {
  // A step that concerns the article as a whole always counts as visible.
  if (place.kind !== 'marks') return true;
  const { page } = open;
  const span = spanOf(open, place);
  const [scroller, body] = [page.scroller.current, page.body.current];
  const range = span && scroller && body && rangeOfSpan(body, page.blockSpans, span);
  if (!range) return false;
  const frame = scroller.getBoundingClientRect();
  const [first] = range.getClientRects();
  return first !== undefined && first.top >= frame.top && first.bottom <= frame.bottom;
}

function bring(open: OpenText, place: Place): boolean {
  if (place.kind !== 'marks') return true;
  const span = spanOf(open, place);
  if (!span) return false;
  const known = open.marks.annotations.find(({ id }) => place.annotationIds.includes(id));
  if (known) open.choose(known.id);
  if (!isPassageInSight(open, place)) open.viewport.jumpTo(span);
  return true;
}

/** Returns the span of the first of the marks in the present text, or its span when it was changed. */
function spanOf({ marks, articleId }: OpenText, place: Place): Span | null {
  if (place.kind !== 'marks') return null;
  const known = marks.annotations.find(({ id }) => place.annotationIds.includes(id));
  return known?.span ?? (place.articleIds[0] === articleId ? place.span : null);
}
