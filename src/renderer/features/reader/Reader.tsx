import {
  type CSSProperties,
  type ClipboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useCommands } from '#renderer/commands/registry.ts';
import { AnnotationPanel, type PanelHandlers } from '#renderer/features/annotations/index.ts';
import { PrintDialog } from '#renderer/features/print/index.ts';
import type { Route } from '#renderer/routes/route.ts';
import type { AnnotationId, Reading } from '#shared/domain/annotation.ts';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { useFocusMode } from '#renderer/ui/focus-mode.ts';
import { useMedia } from '#renderer/ui/use-media.ts';
import type { Article } from '#shared/domain/article.ts';
import { FONT_FAMILIES } from '#renderer/ui/fonts.ts';
import { APPEARANCE_KEYS } from '#shared/domain/choices.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { useStableFunctions } from '#renderer/ui/use-stable-functions.ts';
import { translate } from '#shared/i18n/translate.ts';
import { afterPaint } from '#renderer/ui/after-paint.ts';
import { ArticleEnd } from './chrome/ArticleEnd.tsx';
import { MarkHint } from './chrome/MarkHint.tsx';
import { LeaveFocusMode } from './chrome/LeaveFocusMode.tsx';
import { ArticleBody } from './text/ArticleBody.tsx';
import { FindBar } from './find/FindBar.tsx';
import { ReaderBar } from './chrome/ReaderBar.tsx';
import { SelectionToolbar } from './marks/SelectionToolbar.tsx';
import { ModeStrip } from './chrome/ModeStrip.tsx';
import { NOTHING_IN_SIGHT, type Sight } from './text/page.ts';
import { ArticleText } from './ArticleText.tsx';
import type { TextHandlers } from './StretchOfText.tsx';
import { cutStretches } from './text/stretches/cut-stretches.ts';
import { useStretchMarks } from './marks/use-stretch-marks.ts';
import { firstVisibleOffset } from './position/first-visible.ts';
import { selectedSpan } from './text/selected-span.ts';
import { placeBlocks } from './text/text-map.ts';
import { useArticleCommands } from './chrome/use-article-commands.ts';
import { useCurrentBlock } from './position/use-current-block.ts';
import { useCurrentHighlight } from './marks/use-current-highlight.ts';
import { useFind } from './find/use-find.ts';
import { HighlightMenu } from './marks/HighlightMenu.tsx';
import { useHighlightMenu } from './marks/use-highlight-menu.ts';
import { useHighlightActions } from './marks/use-highlight-actions.ts';
import { useReaderCommands } from './chrome/use-reader-commands.ts';
import { usePanel } from './chrome/use-panel.ts';
import { useReadingPlace } from './position/use-reading-position.ts';
import { useSelection } from './marks/use-selection.ts';
import { useUndoSight } from './marks/use-undo-sight.ts';
import { useViewport } from './position/use-viewport.ts';
import styles from './Reader.module.css';

interface ReaderProps {
  readonly article: Article;
  readonly marks: ReaderMarks;
  /** Until then there are none to be seen, and none are made. */
  readonly marksLoaded: boolean;
  /** Where the article is entered. */
  readonly reading: Reading | null;
  readonly settings: Settings;
  readonly route: Extract<Route, { page: 'article' }>;
  /** Called when the first words are on the screen. */
  readonly onDrawn: () => void;
}

/** One article, with everything that can be done in it. */
export function Reader(props: ReaderProps) {
  const { article, marks, settings, route, onDrawn } = props;
  const text = useMemo(() => canonicalText(article.blocks), [article]);
  const places = useMemo(() => placeBlocks(article.blocks), [article]);
  const stretches = useMemo(() => cutStretches(article.blocks), [article]);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLElement>(null);
  const sight = useRef(NOTHING_IN_SIGHT);
  const handleSight = useCallback((now: Sight) => void (sight.current = now), []);
  const stretchMarks = useStretchMarks(stretches, marks);
  // With the vowel signs other text nodes come into the page, so every range in it is made anew.
  const page = useMemo(
    () => ({ scroller, body, places, stretches, sight, text, bare: settings.hideTashkeel }),
    [places, stretches, text, settings.hideTashkeel],
  );
  const [pinningId, setPinningId] = useState<AnnotationId | null>(null);
  const [editingId, setEditingId] = useState<AnnotationId | null>(null);

  // The system's colours are the same for all meanings: the lines tell them apart.
  const forcedColors = useMedia('(forced-colors: active)');
  const whole = useArticleCommands(article.id);
  const hasMarks =
    marks.annotations.length + marks.orphans.length > 0 ||
    marks.bookmarks.length + marks.orphanBookmarks.length > 0;
  const panel = usePanel(scroller, hasMarks || whole.marked, props.marksLoaded);
  const focused = useFocusMode();
  const [printing, setPrinting] = useState(false);
  useCommands({ 'print.open': () => setPrinting(true) });
  const panelShown = panel.open && !focused;
  const looks = APPEARANCE_KEYS.map((key) => settings[key]);
  const layoutKey = `${JSON.stringify(looks)} ${panelShown}`;
  const viewport = useViewport(page);
  const reading = useReadingPlace(article.id, page, props.reading, route.at !== null);
  useEffect(() => afterPaint(onDrawn), [onDrawn]);
  const { currentBlock, setCurrentBlock, marked } = useCurrentBlock(page);
  const selection = useSelection(page, marks.annotations);
  const find = useFind({
    articleId: article.id,
    route,
    page,
    viewport,
    onOpen: panel.uncover,
  });
  const { chosenId, currentId, choose } = useCurrentHighlight(page);
  useUndoSight({ articleId: article.id, marks, page, viewport, choose });
  const actions = useHighlightActions({
    article,
    marks,
    marksLoaded: props.marksLoaded,
    text,
    selection,
    currentBlock,
    places,
    lastMeaning: settings.lastMeaning,
    chosenId,
    choose,
    pinning: { id: pinningId, end: () => setPinningId(null) },
    edit(id) {
      setEditingId(id);
      panel.show();
    },
  });
  useReaderCommands({
    articleId: article.id,
    page,
    actions,
    find,
    selection,
    viewport,
    annotations: marks.annotations,
    chosenId,
    firstInSight: () => firstVisibleOffset(page) ?? 0,
    choose,
    currentBlock,
    setCurrentBlock,
    panel,
  });

  const [asked, closeMenu] = useHighlightMenu(page, {
    annotations: marks.annotations,
    chosenId,
    choose,
  });
  const textHandlers = useStableFunctions<TextHandlers>({
    onBlockClick: (blockId) => setCurrentBlock(blockId),
    onHighlight({ id }) {
      choose(id);
      panel.show();
    },
    onHighlightFocus: ({ id }) => choose(id),
    onRemoveBookmark: (blockId) => void actions.toggleBookmark(blockId),
  });
  const panelHandlers = useStableFunctions<PanelHandlers>({
    onEdit: setEditingId,
    onJump({ id, span }) {
      choose(id);
      viewport.jumpTo(span);
    },
    onJumpToBlock(blockId) {
      viewport.jumpToBlock(blockId);
      setCurrentBlock(blockId);
    },
    onPin: setPinningId,
    onClose: panel.toggle,
  });

  const style = {
    '--font-read': FONT_FAMILIES[settings.readingFont],
    '--read-px': `${settings.readingSizePx}px`,
    '--read-lh': settings.readingLineHeight,
    '--read-measure-em': settings.readingMeasureEm,
    '--read-weight': settings.readingWeight,
    textAlign: settings.justify ? 'justify' : undefined,
  } as CSSProperties; // Custom properties are not part of React's type.
  /** Hidden vowel signs are part of what is copied. */
  function copyWhole(event: ClipboardEvent): void {
    const span = settings.hideTashkeel ? selectedSpan(page) : null;
    if (!span) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text.slice(span.start, span.end));
  }
  return (
    <div className={styles.reader}>
      {!focused && (
        <ReaderBar
          article={article}
          headlineHidden={reading.headlineHidden}
          progress={reading.progress}
          saved={whole.saved}
          onSave={whole.toggleSaved}
          highlights={marks.annotations.length + marks.orphans.length}
          bookmarked={marks.bookmarks.some(({ blockId }) => blockId === currentBlock)}
          panelOpen={panel.open}
          findOpen={find.open}
          onFind={find.toggle}
          onBookmark={() => void actions.toggleBookmark()}
          onPanel={panel.toggle}
        />
      )}
      {focused && <LeaveFocusMode />}
      {printing && (
        <PrintDialog
          article={article}
          annotations={marks.annotations}
          onClose={() => setPrinting(false)}
        />
      )}
      <div className={panelShown ? `${styles.columns} ${styles.withPanel}` : styles.columns}>
        <div className={styles.textColumn}>
          {props.marksLoaded && !hasMarks && !focused && <MarkHint />}
          {find.open && <FindBar find={find} />}
          {selection.selecting && <ModeStrip text={translate('sel.modeHint')} />}
          {pinningId && <ModeStrip text={translate('ann.pinHint')} />}
          <ArticleBody
            article={article}
            highlights={marks.annotations.length}
            scroller={scroller}
            body={body}
            style={style}
            hideTashkeel={settings.hideTashkeel}
            hijri={settings.hijri}
            onCopy={copyWhole}
            text={
              <ArticleText
                page={page}
                marks={stretchMarks}
                marksLoaded={props.marksLoaded}
                found={find.found}
                layoutKey={layoutKey}
                everyLine={settings.highlightLines || forcedColors}
                startOffset={route.at?.start ?? props.reading?.offset ?? 0}
                currentBlock={marked ? currentBlock : null}
                currentId={currentId}
                handlers={textHandlers}
                onSight={handleSight}
              />
            }
            end={
              <ArticleEnd
                finished={whole.finished}
                onFinished={whole.toggleFinished}
                next={whole.next}
              />
            }
          >
            {selection.shown && (
              <SelectionToolbar
                selection={selection}
                actions={actions}
                page={page}
                pinning={pinningId !== null}
              />
            )}
          </ArticleBody>
          <HighlightMenu asked={asked} actions={actions} page={page} onClose={closeMenu} />
        </div>
        {panelShown && (
          <div className={styles.panel}>
            <AnnotationPanel
              article={article}
              marks={marks}
              loaded={props.marksLoaded}
              chosenId={chosenId}
              currentId={editingId ?? currentId}
              editingId={editingId}
              pinningId={pinningId}
              handlers={panelHandlers}
            />
          </div>
        )}
      </div>
    </div>
  );
}
