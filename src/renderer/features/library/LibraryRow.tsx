import type { ReactNode } from 'react';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import { isSaved } from './use-list-commands.ts';
import type { RowActions } from './use-row-actions.ts';
import styles from './LibraryRow.module.css';

export interface OwnActions {
  readonly onDetails: (article: ArticleSummary) => void;
  readonly onRemove: (article: ArticleSummary) => void;
}

interface LibraryRowProps {
  readonly item: LibraryItem;
  readonly actions: RowActions;
  /** What can be done with an article of the reader's own; a list that offers none leaves it out. */
  readonly own?: OwnActions | undefined;
  /** Stands below the lead. */
  readonly children?: ReactNode;
}

/** One article of the list; the whole row opens it. */
export function LibraryRow({ item, actions, own, children }: LibraryRowProps) {
  const { article, marks } = item;
  return (
    <li className={`${styles.row} ${styles[item.state]}`} data-article={article.id}>
      <span className={styles.state}>
        <StateSign item={item} />
      </span>
      <div>
        <h2 className={styles.title} dir="auto">
          <a href={formatRoute(articleRoute(article.id))} data-list-item="">
            <Bidi text={article.title} />
          </a>
        </h2>
        <p className={styles.lead} dir="auto">
          <Bidi text={article.standfirst} />
        </p>
        {children}
        <ArticleMeta article={article} marks={marks} extra={labelsOf(article)} />
      </div>
      <RowButtons item={item} actions={actions} own={own} />
    </li>
  );
}

/** Saves the article, marks it as read, or changes one of the reader's own, without opening it. */
function RowButtons({ item, actions, own }: LibraryRowProps) {
  const { setSaved, setFinished, readOnly } = actions;
  const { article } = item;
  const [saved, read] = [isSaved(item), item.state === 'read'];
  return (
    <div className={styles.actions}>
      <IconButton
        small
        icon={saved ? 'saved-on' : 'saved'}
        label={translate(saved ? 'library.item.unsave' : 'library.item.save')}
        command="saved.toggle"
        disabled={readOnly}
        onClick={() => setSaved(item.article.id, !saved)}
      />
      <IconButton
        small
        icon="check"
        label={translate(read ? 'library.item.markUnread' : 'library.item.markRead')}
        command="read.toggle"
        disabled={readOnly}
        onClick={() => setFinished(item.article.id, !read)}
      />
      {own && article.own && (
        <MenuButton
          small
          icon="more"
          label={translate('library.item.more', { title: article.title })}
          items={[
            // The file of a troubled one is not written.
            ...(article.trouble
              ? []
              : [{ label: translate('library.item.details'), run: () => own.onDetails(article) }]),
            {
              label: translate('library.item.remove'),
              danger: true,
              run: () => own.onRemove(article),
            },
          ]}
        />
      )}
    </div>
  );
}

/** Collections and tags, if any. */
function labelsOf({ own }: ArticleSummary) {
  const labels = own ? [...own.collections, ...own.tags] : [];
  return labels.length === 0
    ? null
    : labels.map((label) => (
        <Tag key={label}>
          <Bidi text={label} />
        </Tag>
      ));
}

function StateSign({ item: { state, read } }: { item: LibraryItem }) {
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
            <circle cx="8" cy="8" r="6" pathLength="100" strokeDasharray={`${read * 100} 100`} />
          </svg>
          <span className="visually-hidden">
            {translate('common.percentRead', { p: Math.round(read * 100) })}
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
