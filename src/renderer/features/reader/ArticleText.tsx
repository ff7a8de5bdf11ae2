import { memo, useLayoutEffect, useRef } from 'react';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { OpenPage, Sight } from './text/page.ts';
import { NOT_LAID_OUT } from './marks/measure-marks.ts';
import { useMarkLayout } from './marks/use-mark-layout.ts';
import { usePaintedHighlights } from './marks/use-painted-highlights.ts';
import { type FoundMatches, usePaintedMatches } from './find/use-painted-matches.ts';
import { StretchOfText } from './StretchOfText.tsx';
import type { TextHandlers } from './parts/shown.ts';
import { NO_STRETCH_MARKS, type StretchMarks } from './marks/share-marks.ts';
import { useStretches } from './text/stretches/use-stretches.ts';

interface ArticleTextProps {
  readonly page: OpenPage;
  /** The marks of each stretch. */
  readonly marks: readonly StretchMarks[];
  readonly marksLoaded: boolean;
  readonly found: FoundMatches;
  /** Changes whenever the words may have moved. */
  readonly layoutKey: string;
  /** True when every highlight gets a line, not only covered ones. */
  readonly everyLine: boolean;
  /** The offset in the canonical text where the article opens, UTF-16 units. */
  readonly startOffset: number;
  /** The paragraph that was chosen with the keyboard. */
  readonly currentBlock: string | null;
  readonly currentId: AnnotationId | null;
  readonly handlers: TextHandlers;
  /** Called when other parts of the text come near the window. It must always be the same function. */
  readonly onSight: (sight: Sight) => void;
}

/**
 * The blocks with the marks on and beside them, stretch by stretch. While a long text is scrolled, React renders only
 * this component and not the ones around it.
 */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { page, marks, layoutKey, everyLine, onSight } = props;
  const { stretches } = page;
  const startOffset = useRef(props.startOffset).current;
  const { mounted, near, reach } = useStretches(page, startOffset, props.marksLoaded);
  const layouts = useMarkLayout(page, { marks, near, layoutKey, everyLine });
  useLayoutEffect(() => onSight({ near, layouts, reach }), [onSight, near, layouts, reach]);
  usePaintedHighlights(page, marks, near);
  usePaintedMatches(page, props.found, near);
  return stretches.map((stretch) => {
    const { index, blocks } = stretch;
    const ofStretch = marks[index] ?? NO_STRETCH_MARKS;
    return (
      <StretchOfText
        key={index}
        stretch={stretch}
        oneOfMany={stretches.length > 1}
        mounted={mounted.has(index)}
        marks={ofStretch}
        layout={layouts.get(index) ?? NOT_LAID_OUT}
        topLevel={page.topLevel}
        hideTashkeel={page.bare}
        currentBlock={near.has(index) ? whereIn(props.currentBlock, blocks) : null}
        currentId={near.has(index) ? whereIn(props.currentId, ofStretch.annotations) : null}
        handlers={props.handlers}
      />
    );
  });
});

/** Returns the id if it is one of these parts, or else `null`, so that the other stretches keep their props. */
function whereIn<Id extends string>(
  wanted: Id | null,
  parts: readonly { readonly id: Id }[],
): Id | null {
  return wanted !== null && parts.some(({ id }) => id === wanted) ? wanted : null;
}
