import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './LibraryRow.module.css';

export interface RowActions {
  readonly onDetails: (article: ArticleSummary) => void;
  readonly onRemove: (article: ArticleSummary) => void;
}

interface LibraryRowProps {
  readonly item: LibraryItem;
  readonly actions: RowActions;
}

/** One article of the list; the whole row opens it. */
export function LibraryRow({ item, actions }: LibraryRowProps) {
  const { article, marks } = item;
  return (
    <li className={`${styles.row} ${styles[item.state]}`}>
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
        <ArticleMeta article={article} marks={marks} extra={labelsOf(article)} />
      </div>
      {article.own && (
        <div className={styles.more}>
          <MenuButton
            small
            icon="more"
            label={translate('library.item.more', { title: article.title })}
            items={[
              { label: translate('library.item.details'), run: () => actions.onDetails(article) },
              { label: translate('library.item.remove'), run: () => actions.onRemove(article) },
            ]}
          />
        </div>
      )}
    </li>
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
