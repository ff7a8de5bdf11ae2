import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Bookmark } from '#shared/domain/annotation.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { removeBookmark, setBookmark } from '#renderer/undo/mark-changes.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { openingWords } from './opening-words.ts';
import styles from './BookmarksTab.module.css';

interface BookmarksTabProps {
  readonly article: Article;
  readonly marks: Pick<ReaderMarks, 'bookmarks' | 'orphanBookmarks'>;
  readonly onJumpToBlock: (blockId: string) => void;
}

const removed = () =>
  ({ label: 'undo.unbookmark', toast: translate('ann.bookmarkRemoved') }) as const;

/** The marked paragraphs in text order, by their opening words. */
export function BookmarksTab({ article, marks, onJumpToBlock }: BookmarksTabProps) {
  const marked = new Map(marks.bookmarks.map((bookmark) => [bookmark.blockId, bookmark]));
  const blocks = article.blocks.filter(({ id }) => marked.has(id));

  const remove = (blockId: string): void => {
    const which = { articleId: article.id, blockId, present: false };
    void attempt(() => setBookmark(which, removed()));
  };

  if (blocks.length === 0 && marks.orphanBookmarks.length === 0) {
    return (
      <EmptyState
        title={translate('ann.bookmarksEmpty')}
        hint={translate('ann.bookmarksEmptyHint')}
      />
    );
  }
  return (
    <ul className={`${styles.list} scroll`}>
      {blocks.map((block) => (
        <li key={block.id} className={styles.item}>
          <button type="button" className={styles.jump} onClick={() => onJumpToBlock(block.id)}>
            <Icon name="bm-filled" small />
            <span className={styles.text}>
              <Bidi text={openingWords(block.text)} />
              {marked.get(block.id)?.confidence === 'approximate' && (
                <Tag tone="warn" title={translate('ann.bookmarkApproximate')}>
                  {translate('anchor.approximate')}
                </Tag>
              )}
            </span>
          </button>
          <IconButton
            small
            icon="x"
            label={translate('ann.bookmarkRemove')}
            onClick={() => remove(block.id)}
          />
        </li>
      ))}
      {marks.orphanBookmarks.map((bookmark) => (
        <OrphanBookmark key={bookmarkKey(bookmark)} articleId={article.id} bookmark={bookmark} />
      ))}
    </ul>
  );
}

interface OrphanBookmarkProps {
  readonly articleId: ArticleId;
  readonly bookmark: Bookmark;
}

/** A bookmark whose paragraph is no longer in the text: its words are shown until the reader removes it. */
function OrphanBookmark({ articleId, bookmark }: OrphanBookmarkProps) {
  const remove = (): void => void attempt(() => removeBookmark(articleId, bookmark, removed()));
  return (
    <li className={styles.item}>
      <div className={styles.jump}>
        <Icon name="bm" small />
        <span className={styles.text}>
          <Bidi text={openingWords(bookmark.place?.quote.exact ?? '')} />
          <Tag tone="warn" title={translate('ann.bookmarkOrphan')}>
            {translate('anchor.orphan')}
          </Tag>
        </span>
      </div>
      <IconButton small icon="x" label={translate('ann.bookmarkRemove')} onClick={remove} />
    </li>
  );
}
