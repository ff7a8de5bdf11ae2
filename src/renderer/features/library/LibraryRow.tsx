import type { ReactNode } from 'react';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import { isSaved, shelvedOf } from './use-list-commands.ts';
import { useShelf } from './use-shelf.ts';
import styles from './LibraryRow.module.css';

interface LibraryRowProps {
  readonly item: LibraryItem;
  /** Stands below the lead. */
  readonly children?: ReactNode;
}

/** One article of the list; the whole row opens it. */
export function LibraryRow({ item, children }: LibraryRowProps) {
  const { article, marks } = item;
  return (
    <li className={`${styles.row} ${styles[item.state]}`} data-article={article.id}>
      <span className={styles.state}>
        <StateSign item={item} />
      </span>
      <div>
        <h2 className={styles.title}>
          <a href={formatRoute(articleRoute(article.id))} data-list-item="">
            <Bidi text={article.title} />
          </a>
        </h2>
        <p className={styles.lead}>
          <Bidi text={article.standfirst} />
        </p>
        {children}
        <ArticleMeta article={article} marks={marks} />
      </div>
      <RowActions item={item} />
    </li>
  );
}

/** Saves the article or marks it as read, without opening it. */
function RowActions({ item }: { readonly item: LibraryItem }) {
  const { setSaved, setFinished } = useShelf();
  const [saved, read] = [isSaved(item), item.state === 'read'];
  return (
    <div className={styles.actions}>
      <IconButton
        small
        icon={saved ? 'saved-on' : 'saved'}
        label={translate(saved ? 'library.item.unsave' : 'library.item.save')}
        command="saved.toggle"
        onClick={() => setSaved(shelvedOf(item), !saved)}
      />
      <IconButton
        small
        icon="check"
        label={translate(read ? 'library.item.markUnread' : 'library.item.markRead')}
        command="read.toggle"
        onClick={() => setFinished(shelvedOf(item), !read)}
      />
    </div>
  );
}

function StateSign({ item: { state, progress } }: { item: LibraryItem }) {
  switch (state) {
    case 'unread':
      return (
        <>
          <i className={styles.dot} />
          <span className="visually-hidden">{translate('library.filter.unread')}</span>
        </>
      );
    case 'reading':
      return (
        <>
          <svg className={styles.ring} viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" />
            <circle
              cx="8"
              cy="8"
              r="6"
              pathLength="100"
              strokeDasharray={`${progress * 100} 100`}
            />
          </svg>
          <span className="visually-hidden">
            {translate('common.percentRead', { p: Math.round(progress * 100) })}
          </span>
        </>
      );
    case 'read':
      return (
        <>
          <Icon name="check" small />
          <span className="visually-hidden">{translate('library.filter.read')}</span>
        </>
      );
  }
}
