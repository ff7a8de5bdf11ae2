import { Icon } from '#renderer/ui/Icon.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './Gutter.module.css';

interface GutterProps {
  readonly annotations: readonly Annotation[];
  /** The middle of each highlight's first line, CSS pixels in the article. */
  readonly tops: ReadonlyMap<AnnotationId, number>;
  readonly bookmarked: boolean;
  readonly currentId: AnnotationId | null;
  readonly onHighlight: (annotation: Annotation) => void;
}

/** Marks of one block, in the DOM before it: what is painted on the text is heard here. */
export function Gutter({ annotations, tops, bookmarked, currentId, onHighlight }: GutterProps) {
  const lines = groupByLine(annotations, tops);
  return (
    <>
      {bookmarked && (
        <span className={styles.bookmark} role="img" aria-label={translate('reader.bookmark')}>
          <Icon name="bm-filled" small />
        </span>
      )}
      {lines.map(({ top, marks }) => (
        <span key={marks[0]?.id} className={styles.line} style={{ top }}>
          {marks.map((annotation) => (
            <button
              key={annotation.id}
              type="button"
              data-meaning={annotation.meaning}
              className={styles.mark}
              aria-label={nameOf(annotation)}
              aria-current={annotation.id === currentId || undefined}
              title={translate(`hl.role.${annotation.meaning}`)}
              onClick={() => onHighlight(annotation)}
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
  const role = translate(`hl.role.${meaning}`);
  return note.trim() === ''
    ? translate('hl.a11y', { role, text: quote.exact })
    : translate('hl.a11yWithNote', { role, text: quote.exact });
}

/** Highlights whose first lines are nearer than this stand side by side, CSS pixels. */
const SAME_LINE_PX = 12;

function groupByLine(annotations: readonly Annotation[], tops: ReadonlyMap<AnnotationId, number>) {
  const lines: { top: number; marks: Annotation[] }[] = [];
  for (const annotation of annotations) {
    const top = tops.get(annotation.id) ?? 0;
    const line = lines.find((other) => Math.abs(other.top - top) < SAME_LINE_PX);
    if (line) line.marks.push(annotation);
    else lines.push({ top, marks: [annotation] });
  }
  return lines;
}
