import type { Bookmark } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useSetBookmark } from '#renderer/bridge/queries.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import { reportFailure } from './failure-code.ts';
import { openingWords } from './opening-words.ts';
import styles from './BookmarksTab.module.css';

interface BookmarksTabProps {
  readonly article: Article;
  readonly bookmarks: readonly Bookmark[];
  readonly onJumpToBlock: (blockId: string) => void;
}

/** The marked paragraphs in text order, by their opening words. */
export function BookmarksTab({ article, bookmarks, onJumpToBlock }: BookmarksTabProps) {
  const { mutateAsync } = useSetBookmark();
  const marked = new Set(bookmarks.map(({ blockId }) => blockId));
  const blocks = article.blocks.filter(({ id }) => marked.has(id));

  const set = (blockId: string, present: boolean) =>
    mutateAsync({ articleId: article.id, blockId, present });
  const remove = (blockId: string): void => {
    const work = set(blockId, false).then(() => {
      showToast({
        text: translate('ann.bookmarkRemoved'),
        action: { label: translate('toast.undo'), run: () => reportFailure(set(blockId, true)) },
      });
    });
    reportFailure(work);
  };

  if (blocks.length === 0) {
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
    </ul>
  );
}
