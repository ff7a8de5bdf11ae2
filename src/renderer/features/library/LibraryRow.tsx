import { type ReactNode, memo } from 'react';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Byline } from './Byline.tsx';
import { Cover } from './Cover.tsx';
import { Facts } from './Facts.tsx';
import { ItemLink } from './ItemLink.tsx';
import { RowButtons } from './RowButtons.tsx';
import { ItemSign } from './StateSign.tsx';
import type { ItemLook, ListActions } from './list-actions.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { describeBook } from '#renderer/ui/describe-book.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './LibraryRow.module.css';

interface LibraryRowProps extends ItemLook {
  readonly item: LibraryItem;
  readonly actions: ListActions;
  /** The content that replaces the lead of the article. */
  readonly excerpt?: ReactNode;
}

/** One article of the comfortable list. A click anywhere in the row opens it. */
export const LibraryRow = memo(function LibraryRow(props: LibraryRowProps) {
  const { item, actions, selected, Heading, excerpt } = props;
  const { article } = item;
  return (
    <li
      role="listitem"
      className={`${styles.row} ${styles[item.state]}`}
      data-article={article.id}
      data-selected={selected || undefined}
    >
      <ItemSign item={item} selected={selected} selection={actions.selection} />
      <Cover article={article} />
      <div className={styles.text}>
        <Heading className={styles.title} dir={article.direction}>
          <ItemLink article={article} selection={actions.selection} />
        </Heading>
        <Byline article={article} />
        {excerpt ?? (
          <p className={styles.excerpt} dir={article.direction}>
            <BookKind article={article} />
            <Bidi text={article.standfirst} />
          </p>
        )}
      </div>
      <Facts item={item} />
      <RowButtons item={item} actions={actions} />
    </li>
  );
});

/** Says that a book is one, with the number of its chapters. */
function BookKind({ article }: { readonly article: ArticleSummary }) {
  const parts = describeBook(article);
  if (parts.length === 0) return null;
  return (
    <span className={styles.kind}>
      <bdi>{parts.join(' · ')}</bdi>
      {article.standfirst === '' ? '' : ' · '}
    </span>
  );
}
