import { useMemo, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { attempt } from '#renderer/undo/attempt.ts';
import { removeBookmark, renameBookmark } from '#renderer/undo/mark-changes.ts';
import { MAX_BOOKMARK_NAME_UTF16 } from '#shared/domain/limits.ts';
import { translate } from '#shared/i18n/translate.ts';
import { bookmarkName } from '../bookmark-name.ts';
import { formatMoment } from '#renderer/ui/format-moment.ts';
import { useRenaming } from '../use-renaming.ts';
import { type ListedBookmark, searchBookmarks } from './list-bookmarks.ts';
import { GroupHead } from './GroupHead.tsx';
import { RenamableRow } from './RenamableRow.tsx';
import styles from './NameList.module.css';

/** The list of the bookmarks of all articles, where the reader searches, opens, renames and removes them. */
export function BookmarksSection({ bookmarks }: { readonly bookmarks: readonly ListedBookmark[] }) {
  const [text, setText] = useState('');
  const shown = useMemo(() => searchBookmarks(bookmarks, text), [bookmarks, text]);
  const readOnly = useIsReadOnly();
  const [renaming, setRenaming] = useRenaming(readOnly);
  if (bookmarks.length === 0)
    return (
      <EmptyState
        title={translate('ann.bookmarksEmpty')}
        hint={translate('ann.bookmarksEmptyHint')}
      />
    );
  const groups = new Map<string, ListedBookmark[]>();
  for (const item of shown)
    groups.set(item.article.id, [...(groups.get(item.article.id) ?? []), item]);
  return (
    <>
      <SearchField
        label={translate('bookmarks.search')}
        placeholder={translate('bookmarks.search')}
        pageSearch
        value={text}
        onChange={setText}
      />
      {shown.length === 0 && <EmptyState drawing="search" title={translate('label.none')} />}
      {[...groups].map(([id, items]) => (
        <section key={id} className={styles.group}>
          <GroupHead
            title={items[0]?.article.title ?? ''}
            count={items.length}
            article={items[0]?.article}
          />
          <ul className={styles.list}>
            {items.map((item) => (
              <Row
                key={item.key}
                item={item}
                readOnly={readOnly}
                isRenaming={renaming === item.key}
                onRename={setRenaming}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface RowProps {
  readonly item: ListedBookmark;
  readonly readOnly: boolean;
  readonly isRenaming: boolean;
  readonly onRename: (key: string | null) => void;
}

function Row({ item, readOnly, isRenaming, onRename }: RowProps) {
  const { key, article, record, span } = item;
  const name = bookmarkName(record);
  const rename = (next: string | null): void => {
    onRename(null);
    if (next !== null) void attempt(() => renameBookmark(article.id, record, next));
  };
  const remove = (): void => {
    const told = { label: 'undo.unbookmark', toast: translate('ann.bookmarkRemoved') } as const;
    void attempt(() => removeBookmark(article.id, record, told));
  };
  return (
    <RenamableRow
      id={key}
      name={name}
      fieldLabel={translate('bookmarks.name')}
      maxLength={MAX_BOOKMARK_NAME_UTF16}
      isRenaming={isRenaming}
      readOnly={readOnly}
      // Words of the article have its direction. A name that the reader gave has the direction of its letters.
      dir={record.name ? 'auto' : article.direction}
      opener={
        <a
          className={styles.name}
          data-list-item=""
          href={formatRoute(articleRoute(article.id, { at: span }))}
        >
          <Icon name={span ? 'bm-filled' : 'bm'} small />
          <span>
            <Bidi text={name} />
          </span>
        </a>
      }
      facts={
        <>
          {!span && <Tag tone="warn">{translate('anchor.orphan')}</Tag>}
          <time dateTime={record.createdAt}>{formatMoment(record.createdAt)}</time>
        </>
      }
      items={[
        { label: translate('command.rename'), run: () => onRename(key) },
        { label: translate('ann.bookmarkRemove'), danger: true, run: remove },
      ]}
      onRenamed={rename}
    />
  );
}
