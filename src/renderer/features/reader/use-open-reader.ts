import { useCallback, useMemo, useRef, useState } from 'react';
import { useChangeSettings, useKnownMarks } from '#renderer/bridge/queries.ts';
import { NO_READER_MARKS } from '#renderer/bridge/reader-marks.ts';
import type { Meaning, Reading } from '#shared/domain/annotation.ts';
import { footnotesOf } from '#shared/document/footnotes.ts';
import type { Article } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Route } from '#renderer/routes/route.ts';
import { createPanelActions, firstPanel } from './chrome/panel.ts';
import { hasContents } from './contents/place.ts';
import { createFindActions } from './find/find-actions.ts';
import { FootnoteCards } from './footnotes/footnote-cards.ts';
import { createHighlightActions } from './marks/highlight-actions.ts';
import { createMarkEdits } from './marks/mark-edits.ts';
import { SelectionActions } from './marks/selection-actions.ts';
import type { OpenReader } from './open-reader.ts';
import { createViewport } from './position/viewport.ts';
import { ReaderSession } from './session/session.ts';
import { takeTurns } from './session/take-turns.ts';
import { topLevelOf } from '#shared/document/heading-level.ts';
import { NOTHING_IN_SIGHT, type OpenPage, type Sight } from './text/page.ts';
import type { References } from './text/words/references.ts';
import { cutStretches } from './text/stretches/cut-stretches.ts';
import { blockAt, spansOfBlocks } from './text/text-map.ts';

interface Opening {
  readonly article: Article;
  readonly route: Extract<Route, { page: 'article' }>;
  readonly reading: Reading | null;
  readonly settings: Settings;
  /** True when the article is known to have marks. */
  readonly hasMarks: boolean;
  readonly marksLoaded: boolean;
}

/** Creates everything that belongs to an open article, and creates it again only when its page changes. */
export function useOpenReader(opening: Opening): OpenReader {
  const { article, settings } = opening;
  const page = useOpenPage(article, settings.hideTashkeel);
  const [session] = useState(() => openSession(opening, page));
  const marks = useKnownMarks(article.id);
  const [takeTurn] = useState(takeTurns);
  const [footnotes] = useState(() => new FootnoteCards());
  const meaning = useLastMeaning(settings.lastMeaning);
  return useMemo(() => {
    const annotations = () => marks()?.annotations ?? [];
    const selection = new SelectionActions(session, page, annotations);
    const panel = createPanelActions(session, page.scroller);
    const edits = createMarkEdits({
      article,
      marks: () => marks() ?? NO_READER_MARKS,
      onMeaning: meaning.remember,
    });
    const actions = createHighlightActions({
      article,
      page,
      session,
      selection,
      edits,
      marks,
      lastMeaning: meaning.last,
      takeTurn,
      showPanel: () => panel.show('highlights'),
    });
    const find = createFindActions(session, page, panel.uncover);
    const viewport = createViewport(page);
    const jumpTo = (offset: number): void => {
      viewport.openAt(offset);
      const block = blockAt(page.blockSpans, offset);
      if (block) session.chooseBlock(block.id, true, offset);
    };
    const goToFootnote = (): void => {
      const open = footnotes.read();
      footnotes.close();
      if (open) jumpTo(open.at);
    };
    const references: References = {
      footnoteAt: (to) => page.footnotes.get(to),
      onFollow: jumpTo,
      onFootnote: footnotes.ask,
      onLeave: footnotes.leave,
    };
    const following = { references, footnotes, goToFootnote };
    const parts = { annotations, viewport, jumpTo, selection, find, panel, actions };
    return { article, session, page, ...following, ...parts };
  }, [article, session, page, marks, meaning, takeTurn, footnotes]);
}

/** Creates the page of an article. Hiding vowel signs changes the text nodes, so a new page makes every range again. */
function useOpenPage(article: Article, bare: boolean): OpenPage {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLElement>(null);
  const sight = useRef(NOTHING_IN_SIGHT);
  const setSight = useCallback((now: Sight) => void (sight.current = now), []);
  const text = useMemo(() => canonicalText(article.blocks), [article]);
  const blockSpans = useMemo(() => spansOfBlocks(article.blocks), [article]);
  const footnotes = useMemo(() => footnotesOf(article.blocks), [article]);
  const stretches = useMemo(() => cutStretches(article.blocks), [article]);
  const topLevel = useMemo(() => topLevelOf(article.blocks), [article]);
  return useMemo(
    () => ({
      scroller,
      body,
      sight,
      setSight,
      text,
      blockSpans,
      stretches,
      footnotes,
      topLevel,
      bare,
    }),
    [setSight, text, blockSpans, stretches, footnotes, topLevel, bare],
  );
}

function openSession(opening: Opening, page: OpenPage) {
  const { article, route, reading, hasMarks, marksLoaded } = opening;
  return new ReaderSession({
    find: { text: route.find, matching: route.matching, startOffset: route.at?.start ?? 0 },
    firstBlock: page.blockSpans[0]?.id ?? 'b0',
    progress: reading?.progress ?? 0,
    offset: reading?.offset ?? 0,
    panel: hasContents(article)
      ? firstPanel(true, true, 'contents')
      : firstPanel(hasMarks, marksLoaded, 'highlights'),
  });
}

/** Returns the last meaning, which is known here at once and in the settings only after they are saved. */
function useLastMeaning(saved: Meaning) {
  const { mutate: changeSettings } = useChangeSettings();
  const latest = useRef(saved);
  latest.current = saved;
  return useMemo(
    () => ({
      last: (): Meaning => latest.current,
      remember: (meaning: Meaning): void => {
        if (meaning === latest.current) return;
        latest.current = meaning;
        changeSettings({ lastMeaning: meaning });
      },
    }),
    [changeSettings],
  );
}
