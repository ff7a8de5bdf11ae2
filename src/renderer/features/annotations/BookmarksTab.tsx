import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { RenameField } from '#renderer/ui/RenameField.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { attempt } from '#renderer/undo/attempt.ts';
import { removeBookmark, renameBookmark } from '#renderer/undo/mark-changes.ts';
import type { Bookmark } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import { MAX_BOOKMARK_NAME_UTF16 } from '#shared/domain/limits.ts';
import { translate } from '#shared/i18n/translate.ts';
import { bookmarkName } from './bookmark-name.ts';
import { openingWords } from './opening-words.ts';
import { useRenaming } from './use-renaming.ts';
import styles from './BookmarksTab.module.css';

interface BookmarksTabProps {
  readonly article: Article;
  readonly marks: Pick<ReaderMarks, 'bookmarks' | 'orphanBookmarks'>;
  readonly onJumpToBlock: (blockId: string) => void;
}

/** One bookmark, with what the tab shows of it. */
interface Shown {
  readonly record: Bookmark;
  readonly name: string;
  /** The block of the bookmark; `null` when its paragraph is no longer in the text. */
  readonly blockId: string | null;
  readonly isApproximate: boolean;
}

/** The bookmarks of the article by name, in text order. Orphaned bookmarks come last. */
export function BookmarksTab({ article, marks, onJumpToBlock }: BookmarksTabProps) {
  const readOnly = useIsReadOnly();
  const [renaming, setRenaming] = useRenaming(readOnly);
  const shown = listShown(article, marks);
  if (shown.length === 0) {
    return (
      <EmptyState
        title={translate('ann.bookmarksEmpty')}
        hint={translate('ann.bookmarksEmptyHint')}
      />
    );
  }
  return (
    <ul className={`${styles.list} scroll`}>
      {shown.map((bookmark) => {
        const key = bookmarkKey(bookmark.record);
        return (
          <Row
            key={key}
            articleId={article.id}
            direction={article.direction}
            bookmark={bookmark}
            readOnly={readOnly}
            isRenaming={renaming === key}
            onRename={setRenaming}
            onJumpToBlock={onJumpToBlock}
          />
        );
      })}
    </ul>
  );
}

interface RowProps {
  readonly articleId: Article['id'];
  readonly direction: Article['direction'];
  readonly bookmark: Shown;
  readonly readOnly: boolean;
  readonly isRenaming: boolean;
  readonly onRename: (key: string | null) => void;
  readonly onJumpToBlock: (blockId: string) => void;
}

function Row(props: RowProps) {
  const { articleId, bookmark, onRename } = props;
  const { record, name, blockId, isApproximate } = bookmark;
  const key = bookmarkKey(record);
  const rename = (next: string | null): void => {
    onRename(null);
    if (next !== null) void attempt(() => renameBookmark(articleId, record, next));
  };
  const remove = (): void => {
    const told = { label: 'undo.unbookmark', toast: translate('ann.bookmarkRemoved') } as const;
    void attempt(() => removeBookmark(articleId, record, told));
  };
  return (
    <li className={styles.item} data-renamable={key}>
      {props.isRenaming ? (
        <RenameField
          label={translate('bookmarks.name')}
          value={name}
          maxLength={MAX_BOOKMARK_NAME_UTF16}
          onDone={rename}
        />
      ) : (
        <button
          type="button"
          className={styles.jump}
          data-list-item=""
          disabled={blockId === null}
          onClick={() => blockId !== null && props.onJumpToBlock(blockId)}
        >
          <Icon name={blockId === null ? 'bm' : 'bm-filled'} small />
          <span dir={record.name ? 'auto' : props.direction} className={styles.text}>
            <Bidi text={name} />
            {isApproximate && (
              <Tag tone="warn" title={translate('ann.bookmarkApproximate')}>
                {translate('anchor.approximate')}
              </Tag>
            )}
            {blockId === null && (
              <Tag tone="warn" title={translate('ann.bookmarkOrphan')}>
                {translate('anchor.orphan')}
              </Tag>
            )}
          </span>
        </button>
      )}
      {!props.readOnly && (
        <MenuButton
          small
          icon="more"
          label={translate('ann.more')}
          items={[
            { label: translate('command.rename'), run: () => onRename(key) },
            { label: translate('ann.bookmarkRemove'), icon: 'trash', danger: true, run: remove },
          ]}
        />
      )}
    </li>
  );
}

function listShown(
  { blocks }: Article,
  { bookmarks, orphanBookmarks }: BookmarksTabProps['marks'],
): readonly Shown[] {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  return [
    ...bookmarks
      .toSorted((a, b) => a.span.start - b.span.start)
      .map(({ record, blockId, confidence }) => ({
        record,
        // The name without a name of its own comes from the present text of the paragraph.
        name: record.name ?? openingWords(texts.get(blockId) ?? bookmarkName(record)),
        blockId,
        isApproximate: confidence === 'approximate',
      })),
    ...orphanBookmarks.map((record) => ({
      record,
      name: bookmarkName(record),
      blockId: null,
      isApproximate: false,
    })),
  ];
}
