import { type CSSProperties, memo } from 'react';
import { walkDocument } from '#shared/document/walk.ts';
import { useLocale } from '#renderer/ui/use-locale.ts';
import { type Figures, heightOfPictures, useFigures } from './figures/pictures.ts';
import { placeMarks } from './marks/gutter-lines.ts';
import type { MarkLayout } from './marks/measure-marks.ts';
import { PartOfText } from './parts/PartOfText.tsx';
import type { ShownStretch } from './parts/shown.ts';
import type { CutTable } from './text/stretches/cut-tables.ts';
import type { Stretch } from './text/stretches/cut-stretches.ts';
import styles from './StretchOfText.module.css';

interface StretchOfTextProps extends Omit<ShownStretch, 'beginning' | 'places' | 'bookmarkTops'> {
  readonly stretch: Stretch;
  /** True when the article has other stretches; the browser then lays this one out only when needed. */
  readonly oneOfMany: boolean;
  /** True when the words of the stretch are in the page. */
  readonly mounted: boolean;
  readonly layout: MarkLayout;
}

/** Some blocks with the marks beside them. React renders them again only when something in them changes. */
export const StretchOfText = memo(function StretchOfText(props: StretchOfTextProps) {
  const { stretch, mounted, marks, layout } = props;
  const figures = useFigures();
  useLocale();
  const beginning = marks.annotations.filter(({ span }) => span.start >= stretch.start);
  const { bookmarkTops, tops } = layout;
  const shown = { ...props, beginning, places: placeMarks(beginning, tops), bookmarkTops };
  const classes = [
    styles.stretch,
    props.oneOfMany && (mounted ? styles.oneOfMany : styles.unmounted),
  ];
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      data-stretch={stretch.index}
      style={props.oneOfMany ? sizeOf(stretch, figures) : undefined}
    >
      {layout.lines.length > 0 && (
        <div className={styles.lines} aria-hidden="true">
          {layout.lines.map(({ key, meaning, left, top, width }) => (
            <i key={key} data-meaning={meaning} style={{ left, top, width }} />
          ))}
        </div>
      )}
      {mounted &&
        [...walkDocument(stretch.blocks, stretch.start)].map((part, index, parts) => (
          <PartOfText
            key={part.blocks[0]?.block.id}
            part={part}
            before={parts[index - 1]?.blocks.at(-1)?.block}
            shown={shown}
            cut={cutOf(stretch, index, parts.length)}
          />
        ))}
    </div>
  );
});

/** Returns the table that a part of a stretch is a piece of, if it is one. */
const cutOf = ({ cutAtStart, cutAtEnd }: Stretch, index: number, count: number): CutTable | null =>
  (index === 0 ? cutAtStart : null) ?? (index === count - 1 ? cutAtEnd : null);

/** The sizes from which the style estimates the height until the stretch has a layout. */
function sizeOf({ start, end, blocks }: Stretch, figures: Figures): CSSProperties {
  return {
    '--letters': end - start,
    '--blocks': blocks.length,
    '--pictures': `${heightOfPictures(figures, blocks)}px`,
  } as CSSProperties; // Custom properties are not part of React's type.
}
