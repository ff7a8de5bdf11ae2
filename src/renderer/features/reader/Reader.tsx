import { useEffect } from 'react';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Route } from '#renderer/routes/route.ts';
import { afterPaint } from '#renderer/ui/after-paint.ts';
import { PrintDialog } from '#renderer/features/print/index.ts';
import { useFocusMode } from '#renderer/ui/focus-mode.ts';
import type { Reading } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { MarksPanel } from './MarksPanel.tsx';
import { TextColumn } from './TextColumn.tsx';
import { PageDialog } from './contents/PageDialog.tsx';
import { hasContents } from './contents/place.ts';
import { useContentsCommands } from './contents/use-contents-commands.ts';
import { FiguresOfArticle } from './figures/FiguresOfArticle.tsx';
import { LeaveFocusMode } from './chrome/LeaveFocusMode.tsx';
import { ReaderBar } from './chrome/ReaderBar.tsx';
import { useFittingPanel } from './chrome/panel.ts';
import { type OpenArticle, useArticleCommands } from './chrome/use-article-commands.ts';
import { useAddressedPassage, useFoundMatches, useScrollToMatch } from './find/use-matches.ts';
import { useSettledSelection } from './marks/use-settled-selection.ts';
import { useUndoSight } from './marks/use-undo-sight.ts';
import { type OpenReader, ReaderContext, useReader } from './open-reader.ts';
import { useBlockInSight } from './position/use-block-in-sight.ts';
import { useReadingPosition } from './position/use-reading-position.ts';
import { useSession } from './session/use-session.ts';
import { ReferencesContext } from './text/words/references.ts';
import { useOpenReader } from './use-open-reader.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import styles from './Reader.module.css';

export interface ReaderProps {
  readonly article: Article;
  readonly marks: ReaderMarks;
  /** False until the marks have been read; the reader then shows none and creates none. */
  readonly marksLoaded: boolean;
  /** Where the article opens; `null` opens it at the beginning. */
  readonly reading: Reading | null;
  readonly settings: Settings;
  readonly route: Extract<Route, { page: 'article' }>;
  /** Called when the first words are on the screen. */
  readonly onDrawn: () => void;
}

/** One article, with all actions on it. */
export function Reader(props: ReaderProps) {
  const { article, marks } = props;
  const whole = useArticleCommands(article.id);
  const hasMarks =
    marks.annotations.length + marks.orphans.length > 0 ||
    marks.bookmarks.length + marks.orphanBookmarks.length > 0;
  const hasContent = hasMarks || whole.marked || hasContents(article);
  const reader = useOpenReader({ ...props, hasMarks: hasContent });
  useFittingPanel(reader.session, hasContent, props.marksLoaded);
  useFollowedPage(reader, props);
  useReaderCommands(reader);
  useContentsCommands(reader);
  return (
    <ReaderContext value={reader}>
      <FiguresOfArticle>
        <ReferencesContext value={reader.references}>
          <ReaderParts {...props} whole={whole} hasMarks={hasMarks} />
        </ReferencesContext>
      </FiguresOfArticle>
    </ReaderContext>
  );
}

/** Connects the session with the page: the reading position, the selection and the matches. */
function useFollowedPage(
  reader: OpenReader,
  { marks, reading, route, onDrawn }: ReaderProps,
): void {
  const { article, page, selection, session, viewport } = reader;
  const selecting = useSession(session, (state) => state.selection.selecting);
  const start = { stored: reading, opensElsewhere: route.at !== null };
  useReadingPosition(session, article.id, page, start);
  useEffect(() => afterPaint(onDrawn), [onDrawn]);
  useBlockInSight(session, page);
  useSettledSelection(page, selecting, selection);
  useAddressedPassage(route, viewport);
  useFoundMatches(session, article.id);
  useScrollToMatch(session, page, viewport);
  useUndoSight({ articleId: article.id, marks, page, viewport, choose: session.choose });
}

interface ReaderPartsProps extends ReaderProps {
  readonly whole: OpenArticle;
  readonly hasMarks: boolean;
}

/** The bar, the text column and the panel. */
function ReaderParts(props: ReaderPartsProps) {
  const { marks, whole } = props;
  const { actions, article, find, panel, session } = useReader();
  const printing = useSession(session, (state) => state.printing);
  const askingPage = useSession(session, (state) => state.askingPage);
  const focused = useFocusMode();
  const panelShown = useSession(session, ({ panel }) => panel.open) && !focused;
  return (
    <div className={styles.reader}>
      {focused ? (
        <LeaveFocusMode />
      ) : (
        <ReaderBar {...{ article, marks, whole, session, actions, find, panel }} />
      )}
      {printing && (
        <PrintDialog
          article={article}
          annotations={marks.annotations}
          onClose={() => session.setPrinting(false)}
        />
      )}
      {askingPage && <PageDialog />}
      <div className={panelShown ? `${styles.columns} ${styles.withPanel}` : styles.columns}>
        <TextColumn {...props} panelShown={panelShown} />
        {panelShown && <MarksPanel marks={marks} loaded={props.marksLoaded} />}
      </div>
    </div>
  );
}
