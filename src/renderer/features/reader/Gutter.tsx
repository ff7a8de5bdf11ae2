import { Icon } from '#renderer/ui/Icon.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { groupByLine } from './gutter-lines.ts';
import styles from './Gutter.module.css';

interface GutterProps {
  readonly annotations: readonly Annotation[];
  /** The middle of each highlight's first line, CSS pixels in the article. */
  readonly tops: ReadonlyMap<AnnotationId, number>;
  readonly bookmarked: boolean;
  readonly currentId: AnnotationId | null;
  readonly onHighlight: (annotation: Annotation) => void;
  readonly onFocus: (annotation: Annotation) => void;
  readonly onRemoveBookmark: () => void;
}

/** Marks of one block, in the DOM before it: what is painted on the text is heard here. */
export function Gutter(props: GutterProps) {
  const { annotations, tops, bookmarked, currentId } = props;
  return (
    <>
      {bookmarked && (
        <button
          type="button"
          className={styles.bookmark}
          aria-label={translate('ann.bookmarkRemove')}
          title={translate('ann.bookmarkRemove')}
          onClick={props.onRemoveBookmark}
        >
          <Icon name="bm-filled" small />
        </button>
      )}
      {groupByLine(annotations, tops).map(({ top, marks }) => (
        <span key={marks[0]?.id} className={styles.line} style={{ top }}>
          {marks.map((annotation) => (
            <button
              key={annotation.id}
              type="button"
              data-annotation={annotation.id}
              data-meaning={annotation.meaning}
              className={styles.mark}
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
          ))}
        </span>
      ))}
    </>
  );
}

function nameOf({ meaning, note, quote }: Annotation): string {
  const role = meaningName(meaning);
  return note.trim() === ''
    ? translate('hl.a11y', { role, text: quote.exact })
    : translate('hl.a11yWithNote', { role, text: quote.exact });
}
