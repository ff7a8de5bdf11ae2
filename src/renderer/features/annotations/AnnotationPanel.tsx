import { type ReactNode, memo } from 'react';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { PlacedAnnotation, ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { ExchangeMenu } from '#renderer/features/marks-exchange/index.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useLocale } from '#renderer/ui/use-locale.ts';
import { BookmarksTab } from './BookmarksTab.tsx';
import { HighlightsTab } from './HighlightsTab.tsx';
import styles from './AnnotationPanel.module.css';

/** The tabs of the panel. An article without contents has no tab for them. */
export type PanelTab = 'contents' | 'highlights' | 'bookmarks';

interface AnnotationPanelProps {
  readonly article: Article;
  readonly marks: ReaderMarks;
  /** False until the marks are read; the panel then shows an empty list without a message. */
  readonly loaded: boolean;
  readonly tab: PanelTab;
  /** The contents of the article for the first tab; `null` when it has none. */
  readonly contents: ReactNode;
  /** The highlight that was chosen. Its card shows the controls that change it. */
  readonly chosenId: AnnotationId | null;
  /** The highlight at the reading position. The list scrolls to it. */
  readonly currentId: AnnotationId | null;
  /** The highlight whose note is open. */
  readonly editingId: AnnotationId | null;
  /** The orphaned highlight that the reader is about to pin to a passage. */
  readonly pinningId: AnnotationId | null;
  readonly handlers: PanelHandlers;
}

/** The actions of the panel. They are always the same functions, so that memoised cards are not drawn again. */
export interface PanelHandlers {
  readonly onEdit: (id: AnnotationId | null) => void;
  readonly onJump: (annotation: PlacedAnnotation) => void;
  readonly onJumpToBlock: (blockId: string) => void;
  readonly onTab: (tab: PanelTab) => void;
  readonly onPin: (id: AnnotationId | null) => void;
  readonly onClose: () => void;
}

/** The contents and all marks of one article. The panel fills its container. */
export const AnnotationPanel = memo(function AnnotationPanel(props: AnnotationPanelProps) {
  const { article, contents, editingId, marks, tab } = props;
  const { onEdit, onJump, onJumpToBlock, onPin, onTab, onClose } = props.handlers;
  useLocale();

  return (
    <aside className={styles.panel} aria-label={translate('ann.panel')}>
      <div className={styles.head}>
        <Tabs
          label={translate('ann.panel')}
          tabs={[
            ...(contents === null
              ? []
              : [{ id: 'contents', label: translate('contents.title') } as const]),
            {
              id: 'highlights',
              label: translate('ann.tab.highlights'),
              count: marks.annotations.length + marks.orphans.length,
            },
            {
              id: 'bookmarks',
              label: translate('ann.tab.bookmarks'),
              count: marks.bookmarks.length + marks.orphanBookmarks.length,
            },
          ]}
          selected={tab}
          onSelect={onTab}
        />
        <div className={styles.actions}>
          <ExchangeMenu article={article} />
          <IconButton small icon="x" label={translate('ann.close')} onClick={onClose} />
        </div>
      </div>
      {tab === 'contents' && contents}
      {tab === 'highlights' && (
        <HighlightsTab
          annotations={marks.annotations}
          loaded={props.loaded}
          orphans={marks.orphans}
          contentHash={article.contentHash}
          structure={article.structure}
          pinningId={props.pinningId}
          onPin={onPin}
          chosenId={props.chosenId}
          currentId={props.currentId}
          editingId={editingId}
          onEdit={onEdit}
          onJump={onJump}
        />
      )}
      {tab === 'bookmarks' && (
        <BookmarksTab article={article} marks={marks} onJumpToBlock={onJumpToBlock} />
      )}
    </aside>
  );
});
