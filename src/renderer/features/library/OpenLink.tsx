import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import button from '#renderer/ui/Button.module.css';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './OpenLink.module.css';

interface OpenLinkProps {
  readonly item: LibraryItem;
  /** The text of the link; by default it depends on how far the article was read. */
  readonly label?: string;
}

/** A link that opens an article at the reading position. */
export function OpenLink({ item, label }: OpenLinkProps) {
  return (
    <a
      className={`${button.button} ${button.primary} ${styles.open}`}
      href={formatRoute(articleRoute(item.article.id))}
    >
      {label ?? translate(item.state === 'reading' ? 'library.resume' : 'library.item.open')}
    </a>
  );
}
