import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { ExcerptText } from './ExcerptText.tsx';
import type { FoundNote } from './facets.ts';
import styles from './NoteHit.module.css';

/** A highlight that was found, with its note, as a link to its passage. */
export function NoteHit({ note: { hit, annotation } }: { readonly note: FoundNote }) {
  const { articleId, note, quote } = hit;
  return (
    <a
      className={styles.hit}
      data-meaning={annotation?.meaning}
      href={formatRoute(articleRoute(articleId, { at: annotation?.span ?? null }))}
    >
      <span>
        <span className={styles.quote} dir="auto">
          {annotation && <Shape meaning={annotation.meaning} />}
          <ExcerptText excerpt={quote} />
        </span>
        {note.text !== '' && (
          <span className={styles.note}>
            <Icon name="note" small />
            <span dir="auto" className={styles.text}>
              <ExcerptText excerpt={note} />
            </span>
          </span>
        )}
      </span>
      <small className={styles.where} dir={interfaceDirection()}>
        {translate(
          hit.matches.some(({ field }) => field === 'note')
            ? 'search.inNote'
            : 'search.inHighlight',
        )}
      </small>
    </a>
  );
}
