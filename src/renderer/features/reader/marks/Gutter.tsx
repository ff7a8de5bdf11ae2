import { Icon } from '#renderer/ui/Icon.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './Gutter.module.css';

interface GutterProps {
  readonly annotations: readonly Annotation[];
  /** The upper edge of each mark in the stretch, CSS pixels; empty before the text has a layout. */
  readonly places: ReadonlyMap<AnnotationId, number>;
  readonly bookmarked: boolean;
  /**
   * The upper edge of the bookmark in the stretch, CSS pixels; `null` before the text has a layout. Without it the
   * bookmark stands beside what follows it.
   */
  readonly bookmarkTop?: number | null | undefined;
  readonly currentId: AnnotationId | null;
  readonly onHighlight: (annotation: Annotation) => void;
  readonly onFocus: (annotation: Annotation) => void;
  readonly onRemoveBookmark: () => void;
}

/** The marks of one block. They come before the block in the DOM, so that a screen reader speaks what is only painted. */
export function Gutter(props: GutterProps) {
  const { annotations, places, bookmarked, bookmarkTop, currentId } = props;
  const markOf = (annotation: Annotation) => (
    <button
      key={annotation.id}
      type="button"
      data-annotation={annotation.id}
      data-meaning={annotation.meaning}
      className={places.has(annotation.id) ? styles.mark : `${styles.mark} ${styles.unplaced}`}
      style={{ top: places.get(annotation.id) }}
      aria-label={nameOf(annotation)}
      aria-current={annotation.id === currentId || undefined}
      title={meaningName(annotation.meaning)}
      onClick={() => props.onHighlight(annotation)}
      onFocus={() => props.onFocus(annotation)}
    >
      {annotation.note.trim() === '' ? (
        <Shape meaning={annotation.meaning} />
      ) : (
        <Icon name="note" small />
      )}
    </button>
  );
  return (
    <>
      {bookmarked && (
        <button
          type="button"
          className={
            bookmarkTop === null ? `${styles.bookmark} ${styles.unplaced}` : styles.bookmark
          }
          style={
            typeof bookmarkTop === 'number' ? { top: bookmarkTop, marginBlockStart: 0 } : undefined
          }
          aria-label={translate('ann.bookmarkRemove')}
          title={translate('ann.bookmarkRemove')}
          onClick={props.onRemoveBookmark}
        >
          <Icon name="bm-filled" small />
        </button>
      )}
      {annotations.map(markOf)}
    </>
  );
}

function nameOf({ meaning, note, quote }: Annotation): string {
  const role = meaningName(meaning);
  return note.trim() === ''
    ? translate('hl.a11y', { role, text: quote.exact })
    : translate('hl.a11yWithNote', { role, text: quote.exact });
}
