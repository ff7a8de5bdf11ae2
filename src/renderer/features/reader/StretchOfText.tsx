import { type CSSProperties, type ComponentProps, memo } from 'react';
import { type Part, type PlacedBlock, walkDocument } from '#shared/document/walk.ts';
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
  /** Called with the offset of the canonical text that a reference leads to, UTF-16 units. */
  readonly onReference: (to: number) => void;
}

interface StretchOfTextProps {
  readonly stretch: Stretch;
  /** True when the article has other stretches; the browser then lays this one out only when needed. */
  readonly oneOfMany: boolean;
  /** True when the words of the stretch are in the page. */
  readonly mounted: boolean;
  readonly marks: StretchMarks;
  readonly layout: MarkLayout;
  /** The level of the document's highest headings. */
  readonly topLevel: number;
  readonly hideTashkeel: boolean;
  /** The paragraph that was chosen with the keyboard, if it is in this stretch. */
  readonly currentBlock: string | null;
  /** The highlight at the reading position, if it is in this stretch. */
  readonly currentId: AnnotationId | null;
  readonly handlers: TextHandlers;
}

/** Some blocks with the marks beside them. React renders them again only when something in them changes. */
export const StretchOfText = memo(function StretchOfText(props: StretchOfTextProps) {
  const { stretch, mounted, marks, layout } = props;
  useLocale();
  const beginning = marks.annotations.filter(({ span }) => span.start >= stretch.start);
  const classes = [
    styles.stretch,
    props.oneOfMany && (mounted ? styles.oneOfMany : styles.unmounted),
  ];
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
        [...walkDocument(stretch.blocks, stretch.start)].map((part) => (
          <PartOfText
            key={part.blocks[0]?.block.id}
            part={part}
            shown={{ ...props, beginning, places: placeMarks(beginning, layout.tops) }}
          />
        ))}
    </div>
  );
});

interface ShownStretch extends Omit<StretchOfTextProps, 'layout'> {
  /** The highlights that begin in the stretch. */
  readonly beginning: StretchMarks['annotations'];
  readonly places: ComponentProps<typeof Gutter>['places'];
}

interface PartProps {
  readonly part: Part;
  readonly shown: ShownStretch;
}

/** One list or one other block, with the marks beside it. */
function PartOfText({ part, shown }: PartProps) {
  if (part.kind !== 'list')
    return part.blocks.map((placed) => (
      <div key={placed.block.id}>
        <MarkedBlock placed={placed} shown={shown} />
      </div>
    ));
  return (
    <div role="list">
      {part.blocks.map((placed) => (
        <div key={placed.block.id} role="listitem" aria-level={(placed.block.list?.depth ?? 0) + 1}>
          <MarkedBlock placed={placed} shown={shown} />
        </div>
      ))}
    </div>
  );
}

/** A block with its marks before it. */
function MarkedBlock({ placed, shown }: { placed: PlacedBlock; shown: ShownStretch }) {
  const { block, start } = placed;
  const { handlers } = shown;
  const end = start + block.text.length;
  return (
    <>
      {block.isSeparated && <hr className={styles.separator} />}
      <Gutter
        annotations={shown.beginning.filter(({ span }) => start <= span.start && span.start <= end)}
        places={shown.places}
        bookmarked={shown.marks.bookmarked.includes(block.id)}
        currentId={shown.currentId}
        onHighlight={handlers.onHighlight}
        onFocus={handlers.onHighlightFocus}
        onRemoveBookmark={() => handlers.onRemoveBookmark(block.id)}
      />
      <BlockText
        block={block}
        topLevel={shown.topLevel}
        hideTashkeel={shown.hideTashkeel}
        current={block.id === shown.currentBlock}
        onClick={() => handlers.onBlockClick(block.id)}
        onReference={handlers.onReference}
      />
    </>
  );
}

/** The sizes from which the style estimates the height until the stretch has a layout. */
function sizeOf({ start, end, blocks }: Stretch): CSSProperties {
  // Custom properties are not part of React's type.
  return { '--letters': end - start, '--blocks': blocks.length } as CSSProperties;
}
