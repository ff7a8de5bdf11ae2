import { type CSSProperties, memo } from 'react';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { useLocale } from '#renderer/ui/use-locale.ts';
import { BlockText } from './text/BlockText.tsx';
import { Gutter } from './marks/Gutter.tsx';
import { placeMarks } from './marks/gutter-lines.ts';
import type { MarkLayout } from './marks/use-mark-layout.ts';
import type { Stretch } from './text/stretches/cut-stretches.ts';
import type { StretchMarks } from './marks/share-marks.ts';
import styles from './StretchOfText.module.css';

/** Called by the text and its marks. They must always be the same functions. */
export interface TextHandlers {
  readonly onBlockClick: (blockId: string) => void;
  readonly onHighlight: (annotation: Annotation) => void;
  readonly onHighlightFocus: (annotation: Annotation) => void;
  readonly onRemoveBookmark: (blockId: string) => void;
}

interface StretchOfTextProps {
  readonly stretch: Stretch;
  /** True when the article has other stretches; the browser then lays this one out only when needed. */
  readonly oneOfMany: boolean;
  /** True when the words of the stretch are in the page. */
  readonly mounted: boolean;
  readonly marks: StretchMarks;
  readonly layout: MarkLayout;
  readonly hideTashkeel: boolean;
  /** The paragraph that was chosen with the keyboard, if it is in this stretch. */
  readonly currentBlock: string | null;
  /** The highlight at the reading position, if it is in this stretch. */
  readonly currentId: AnnotationId | null;
  readonly handlers: TextHandlers;
}

/** Some blocks with the marks beside them. React renders them again only when something in them changes. */
export const StretchOfText = memo(function StretchOfText(props: StretchOfTextProps) {
  const { stretch, mounted, marks, layout, handlers } = props;
  useLocale();
  const beginning = marks.annotations.filter(({ span }) => span.start >= stretch.start);
  const classes = [
    styles.stretch,
    props.oneOfMany && (mounted ? styles.oneOfMany : styles.unmounted),
  ];
  const places = placeMarks(beginning, layout.tops);
  let start = stretch.start;
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      data-stretch={stretch.index}
      style={props.oneOfMany ? sizeOf(stretch) : undefined}
    >
      {layout.lines.length > 0 && (
        <div className={styles.lines} aria-hidden="true">
          {layout.lines.map(({ key, meaning, left, top, width }) => (
            <i key={key} data-meaning={meaning} style={{ left, top, width }} />
          ))}
        </div>
      )}
      {mounted &&
        stretch.blocks.map((block) => {
          const [from, to] = [start, start + block.text.length];
          start = to + 1;
          return (
            <div key={block.id}>
              <Gutter
                annotations={beginning.filter(({ span }) => from <= span.start && span.start <= to)}
                places={places}
                bookmarked={marks.bookmarked.includes(block.id)}
                currentId={props.currentId}
                onHighlight={handlers.onHighlight}
                onFocus={handlers.onHighlightFocus}
                onRemoveBookmark={() => handlers.onRemoveBookmark(block.id)}
              />
              <BlockText
                block={block}
                hideTashkeel={props.hideTashkeel}
                current={block.id === props.currentBlock}
                onClick={() => handlers.onBlockClick(block.id)}
              />
            </div>
          );
        })}
    </div>
  );
});

/** The sizes from which the style estimates the height until the stretch has a layout. */
function sizeOf({ start, end, blocks }: Stretch): CSSProperties {
  // Custom properties are not part of React's type.
  return { '--letters': end - start, '--blocks': blocks.length } as CSSProperties;
}
