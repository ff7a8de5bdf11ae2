import { useRef, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { runCommand, useCommands } from '#renderer/commands/registry.ts';
import { lastList } from '#renderer/routes/last-list.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { describeTimeLeft } from '#renderer/ui/reading-time.ts';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { TypePopover } from './TypePopover.tsx';
import styles from './ReaderBar.module.css';

interface ReaderBarProps {
  readonly article: Article;
  readonly headlineHidden: boolean;
  /** How far into the text one is, 0 to 1. */
  readonly progress: number;
  readonly saved: boolean;
  readonly highlights: number;
  readonly bookmarked: boolean;
  readonly panelOpen: boolean;
  readonly findOpen: boolean;
  readonly onFind: () => void;
  readonly onBookmark: () => void;
  readonly onSave: () => void;
  readonly onPanel: () => void;
}

/** The bar above an article: back, title, tools, and how far one has read. */
export function ReaderBar(props: ReaderBarProps) {
  const readOnly = useIsReadOnly();
  const [typeOpen, setTypeOpen] = useState(false);
  const typeButton = useRef<HTMLButtonElement>(null);
  useCommands({ 'appearance.toggle': () => setTypeOpen(!typeOpen) });
  const percent = Math.round(props.progress * 100);
  return (
    <>
      <div className={styles.bar}>
        <Button small icon="back" onClick={() => navigate(lastList())}>
          {translate(`nav.${lastList().page}`)}
        </Button>
        <span
          className={props.headlineHidden ? styles.title : `${styles.title} ${styles.off}`}
          aria-hidden="true"
        >
          {/* A long title loses its end, not its beginning. */}
          <span dir={props.article.direction}>
            <Bidi text={props.article.title} />
          </span>
        </span>
        <span className={styles.left}>
          {describeTimeLeft(props.article.wordCount, props.progress)}
        </span>
        <IconButton
          icon="search"
          label={translate('reader.find')}
          command="find.open"
          expanded={props.findOpen}
          onClick={props.onFind}
        />
        <IconButton
          icon={props.saved ? 'saved-on' : 'saved'}
          label={translate(props.saved ? 'library.item.unsave' : 'library.item.save')}
          command="saved.toggle"
          disabled={readOnly}
          onClick={props.onSave}
        />
        <IconButton
          icon={props.bookmarked ? 'bm-filled' : 'bm'}
          label={translate('reader.bookmark')}
          command="bookmark.toggle"
          pressed={props.bookmarked}
          disabled={readOnly}
          onClick={props.onBookmark}
        />
        <i className={styles.rule} />
        <button
          ref={typeButton}
          type="button"
          className={styles.type}
          aria-label={translate('reader.appearance')}
          {...shortcutHints(translate('reader.appearance'), 'appearance.toggle')}
          aria-expanded={typeOpen}
          onClick={() => setTypeOpen(!typeOpen)}
        >
          ع
        </button>
        <IconButton
          icon="print"
          label={translate('print.title')}
          command="print.open"
          className={styles.print}
          onClick={() => runCommand('print.open')}
        />
        <i className={styles.rule} />
        <IconButton
          icon="side"
          label={translate('reader.panelToggle')}
          command="panel.toggle"
          pressed={props.panelOpen}
          {...(props.panelOpen ? {} : { badge: props.highlights })}
          onClick={props.onPanel}
        />
        <progress
          className={styles.progress}
          max={100}
          value={percent}
          aria-label={translate('reader.progress')}
        />
      </div>
      {typeOpen && (
        <TypePopover
          articleId={props.article.id}
          opener={typeButton}
          onClose={() => setTypeOpen(false)}
        />
      )}
    </>
  );
}
