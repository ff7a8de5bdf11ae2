import { type RefObject, useMemo, useRef, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { runCommand, useCommands } from '#renderer/commands/registry.ts';
import { lastList } from '#renderer/routes/last-list.ts';
import { PAGES } from '#renderer/routes/pages.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { describeReadingTime, describeTimeLeft } from '#renderer/ui/reading-time.ts';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import {
  chaptersOf,
  indexAt,
  leftInChapter,
  outlineOf,
  pagesOf,
  placeOf,
} from '../contents/place.ts';
import type { FindActions } from '../find/find-actions.ts';
import type { HighlightActions } from '../marks/highlight-actions.ts';
import type { ReaderSession } from '../session/session.ts';
import { useReader } from '../open-reader.ts';
import { useSession } from '../session/use-session.ts';
import { TypePopover } from './TypePopover.tsx';
import type { PanelActions } from './panel.ts';
import type { OpenArticle } from './use-article-commands.ts';
import styles from './ReaderBar.module.css';

interface ReaderBarProps {
  readonly article: Article;
  readonly marks: ReaderMarks;
  readonly whole: OpenArticle;
  readonly session: ReaderSession;
  readonly actions: HighlightActions;
  readonly find: FindActions;
  readonly panel: PanelActions;
}

/** The bar above an article: back, title, tools, and how far the reader has read. */
export function ReaderBar(props: ReaderBarProps) {
  const { article, session } = props;
  const progress = useSession(session, (state) => state.progress);
  const headlineHidden = useSession(session, (state) => state.headlineHidden);
  const [typeOpen, setTypeOpen] = useState(false);
  const typeButton = useRef<HTMLButtonElement>(null);
  const toggleType = (): void => setTypeOpen(!typeOpen);
  useCommands({ 'appearance.toggle': toggleType });
  return (
    <>
      <div className={styles.bar}>
        <Button small icon="back" onClick={() => navigate(lastList())}>
          {translate(PAGES[lastList().page].title)}
        </Button>
        <span
          className={headlineHidden ? styles.title : `${styles.title} ${styles.off}`}
          aria-hidden="true"
        >
          {/* The direction of the title lets a long title lose its end and not its beginning. */}
          <span dir={article.direction}>
            <Bidi text={article.title} />
          </span>
          <ChapterTitle />
        </span>
        <PageButton />
        <TimeLeft />
        <ArticleTools {...props} />
        <i className={styles.rule} />
        <PageTools {...props} typeButton={typeButton} typeOpen={typeOpen} onType={toggleType} />
        <progress
          className={styles.progress}
          max={100}
          value={Math.round(progress * 100)}
          aria-label={translate('reader.progress')}
        />
      </div>
      {typeOpen && (
        <TypePopover
          articleId={article.id}
          opener={typeButton}
          onClose={() => setTypeOpen(false)}
        />
      )}
    </>
  );
}

/** The title of the chapter that the reader is in. */
function ChapterTitle() {
  const { article, page, session } = useReader();
  const outline = outlineOf(article);
  const index = useSession(session, (state) => indexAt(outline, placeOf(state, page)));
  const title = outline[index]?.title;
  if (title === undefined || title === article.title) return null;
  return (
    <span className={styles.chapter}>
      <span dir={article.direction}>
        <Bidi text={title} />
      </span>
    </span>
  );
}

/** How long the rest takes: of the chapter while its title is in the bar, and otherwise of the whole text. */
function TimeLeft() {
  const { article, page, session } = useReader();
  const chapters = useMemo(() => chaptersOf(outlineOf(article)), [article]);
  const whole = useSession(session, ({ progress }) =>
    describeTimeLeft(article.wordCount, progress),
  );
  const inChapter = useSession(session, (state) => {
    if (!state.headlineHidden) return null;
    const left = leftInChapter(chapters, placeOf(state, page), page.text.length);
    return left === null ? null : describeReadingTime(article.wordCount * left);
  });
  return (
    <span className={styles.left} title={inChapter === null ? undefined : whole}>
      {inChapter === null ? whole : translate('contents.timeLeft', { time: inChapter })}
    </span>
  );
}

/** The printed page that the reader is on, as a button that leads to another one. */
function PageButton() {
  const { article, page, session } = useReader();
  const pages = pagesOf(article);
  const index = useSession(session, (state) => indexAt(pages, placeOf(state, page)));
  if (pages.length === 0) return null;
  const label = pages[Math.max(0, index)]?.label ?? '';
  return (
    <button
      type="button"
      className={styles.page}
      {...shortcutHints(translate('contents.toPage'), 'place.page')}
      onClick={() => session.askPage(true)}
    >
      {translate('contents.page', { label })}
    </button>
  );
}

/** The buttons that find in the article, save it, and bookmark the current paragraph. */
function ArticleTools({ actions, find, marks, session, whole }: ReaderBarProps) {
  const readOnly = useIsReadOnly();
  const finding = useSession(session, (state) => state.find.open);
  const block = useSession(session, (state) => state.block.chosen ?? state.block.inSight);
  const bookmarked = marks.bookmarks.some(({ blockId }) => blockId === block);
  return (
    <>
      <IconButton
        icon="search"
        label={translate('reader.find')}
        command="find.open"
        expanded={finding}
        onClick={find.toggle}
      />
      <IconButton
        icon={whole.saved ? 'saved-on' : 'saved'}
        label={translate(whole.saved ? 'library.item.unsave' : 'library.item.save')}
        command="saved.toggle"
        disabled={readOnly}
        onClick={whole.toggleSaved}
      />
      <IconButton
        icon={bookmarked ? 'bm-filled' : 'bm'}
        label={translate('reader.bookmark')}
        command="bookmark.toggle"
        pressed={bookmarked}
        disabled={readOnly}
        onClick={() => void actions.toggleBookmark()}
      />
    </>
  );
}

interface PageToolsProps extends ReaderBarProps {
  readonly typeButton: RefObject<HTMLButtonElement | null>;
  /** True when the popover with the text's appearance is open. */
  readonly typeOpen: boolean;
  readonly onType: () => void;
}

/** The buttons for the text's appearance, for printing, and for the panel. */
function PageTools(props: PageToolsProps) {
  const { marks, panel, session, typeOpen } = props;
  const panelOpen = useSession(session, (state) => state.panel.open);
  const highlights = marks.annotations.length + marks.orphans.length;
  return (
    <>
      <button
        ref={props.typeButton}
        type="button"
        className={styles.type}
        aria-label={translate('reader.appearance')}
        {...shortcutHints(translate('reader.appearance'), 'appearance.toggle')}
        aria-expanded={typeOpen}
        onClick={props.onType}
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
        pressed={panelOpen}
        {...(panelOpen ? {} : { badge: highlights })}
        onClick={panel.toggle}
      />
    </>
  );
}
