import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { type CommandHandlers, useCommands } from '#renderer/commands/registry.ts';
import { stepIn } from '#renderer/ui/step-in.ts';
import { isFocusModeOn, setFocusMode } from '#renderer/ui/focus-mode.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { changeAppearance, settingsOf } from '#shared/domain/appearance.ts';
import { MEANINGS, READING_SIZES_PX } from '#shared/domain/choices.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { nextHighlight } from './marks/next-highlight.ts';
import type { OpenReader } from './open-reader.ts';
import { firstVisibleOffset } from './position/first-visible.ts';
import { blockElement } from './text/dom-text.ts';
import type { OpenPage } from './text/page.ts';
import { isPanelDocked } from './chrome/panel.ts';

type Size = Settings['readingSizePx'];

/** Handles the commands of an open article. */
export function useReaderCommands(reader: OpenReader): void {
  const { mutate: changeSettings } = useChangeSettings();
  const { article, find, page, panel, session, viewport } = reader;
  const { history } = viewport;
  const resize = (next: (px: Size) => Size): void =>
    changeSettings((now) => {
      const { readingSizePx } = settingsOf(now, article.id);
      return changeAppearance(now, article.id, { readingSizePx: next(readingSizePx) });
    });
  useCommands({
    'find.open': find.open,
    'find.next': () => find.step(1),
    'find.previous': () => find.step(-1),
    'block.next': () => stepBlock(reader, 1),
    'block.previous': () => stepBlock(reader, -1),
    'page.down': { run: () => scrollPage(page, 1), isEnabled: isOnText },
    'page.up': { run: () => scrollPage(page, -1), isEnabled: isOnText },
    // With no jump to take back, the shell goes back to the list.
    'go.back': { run: () => void viewport.goBack(), isEnabled: () => history.canGoBack },
    'go.forward': { run: () => void viewport.goForward(), isEnabled: () => history.canGoForward },
    'footnote.go': {
      run: reader.goToFootnote,
      isEnabled: () => reader.footnotes.read() !== null,
    },
    'panel.toggle': panel.toggle,
    'text.larger': () => resize((px) => stepIn(READING_SIZES_PX, px, 1)),
    'text.smaller': () => resize((px) => stepIn(READING_SIZES_PX, px, -1)),
    'text.reset': () => resize(() => DEFAULT_SETTINGS.readingSizePx),
    'print.open': () => session.setPrinting(true),
    escape: () => escape(reader),
    ...markCommands(reader),
    ...selectingCommands(reader),
  });
}

function markCommands(reader: OpenReader): CommandHandlers {
  const { actions, annotations, selection, session } = reader;
  const isChosen = (): boolean => session.state.chosenId !== null;
  const isSelected = (): boolean => selection.read() !== null;
  const isMarkable = (): boolean => isChosen() || isSelected();
  const hasHighlights = (): boolean => annotations().length > 0;
  const mark = (meaning: Annotation['meaning']) => ({
    run: () => void actions.highlight(meaning),
    isEnabled: isMarkable,
  });
  const byMeaning = Object.fromEntries(
    MEANINGS.map((meaning) => [`highlight.${meaning}`, mark(meaning)]),
  ) as Record<`highlight.${Annotation['meaning']}`, ReturnType<typeof mark>>;
  return {
    ...byMeaning,
    'highlight.again': () => void actions.highlightAgain(),
    'note.write': () => void actions.writeNote(),
    'tags.edit': { run: () => void actions.editTags(), isEnabled: isMarkable },
    'citation.copy': { run: () => void actions.copyCitation('text'), isEnabled: isSelected },
    'selection.search': { run: () => actions.searchSelection(), isEnabled: isSelected },
    'highlight.remove': {
      run: () => void actions.remove(),
      isEnabled: () => isChosen() || (selection.read()?.annotation ?? null) !== null,
    },
    'highlight.next': { run: () => stepHighlight(reader, 1), isEnabled: hasHighlights },
    'highlight.previous': { run: () => stepHighlight(reader, -1), isEnabled: hasHighlights },
    'bookmark.toggle': () => void actions.toggleBookmark(),
  };
}

function selectingCommands({ selection, session }: OpenReader): CommandHandlers {
  const isSelecting = (): boolean => session.state.selection.selecting;
  const whileSelecting = (run: () => void) => ({ run, isEnabled: isSelecting });
  return {
    'toolbar.enter': {
      run: () => session.enterToolbar(),
      isEnabled: () => session.state.selection.shown && isBeforeToolbar(),
    },
    'selecting.start': () => selection.startMode(session.currentBlock),
    'selecting.left': whileSelecting(() => selection.extend('left', 'word')),
    'selecting.right': whileSelecting(() => selection.extend('right', 'word')),
    'selecting.down': whileSelecting(() => selection.extend('forward', 'line')),
    'selecting.up': whileSelecting(() => selection.extend('backward', 'line')),
    'selecting.end': whileSelecting(() => selection.endMode()),
    'selecting.leave': whileSelecting(() => selection.leaveMode()),
  };
}

/** Closes one open part at a time. When nothing is open, the article stays. */
function escape({ selection, find, footnotes, panel, session }: OpenReader): void {
  const { state } = session;
  const isMarked = state.find.painted && state.find.matches.length > 0;
  if (footnotes.read()) footnotes.close(true);
  else if (state.selection.shown) selection.close();
  else if (isFocusModeOn()) setFocusMode(false);
  else if (state.find.open || isMarked) find.close();
  else if (state.panel.open && !isPanelDocked()) panel.toggle();
}

function stepHighlight({ annotations, page, session, viewport }: OpenReader, by: 1 | -1): void {
  const { chosenId } = session.state;
  const from = firstVisibleOffset(page) ?? 0;
  const next = nextHighlight(annotations(), { chosenId, by, from });
  if (!next) return;
  session.choose(next.id);
  viewport.jumpTo(next.span, 'step');
  // The mark in the margin has a name, which a screen reader speaks when the mark gets the focus.
  document
    .querySelector<HTMLElement>(`article [data-annotation="${next.id}"]`)
    ?.focus({ preventScroll: true });
}

/** True when nothing has the focus, or an element of the text outside the toolbar has it. */
function isBeforeToolbar(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return true;
  return focused.closest('[data-skip-target]') !== null && !focused.closest('[role=toolbar]');
}

/** True when the focus is not on an element that the space bar would press. */
function isOnText(): boolean {
  const focused = document.activeElement;
  return !focused?.closest('button, a, input, select, summary, [role=tab], aside');
}

/** Scrolls by a little less than the window, so that the last lines become the first ones. */
function scrollPage({ scroller }: OpenPage, by: 1 | -1): void {
  const height = scroller.current?.clientHeight ?? 0;
  scroller.current?.scrollBy({ top: by * height * 0.9, behavior: 'instant' });
}

function stepBlock({ page, session }: OpenReader, by: 1 | -1): void {
  const at = page.blockSpans.findIndex(({ id }) => id === session.currentBlock);
  const next = page.blockSpans[at + by];
  const body = page.body.current;
  if (!next || !body) return;
  page.sight.current.reach(next.start);
  session.chooseBlock(next.id, true);
  blockElement(body, next.id)?.scrollIntoView({ block: 'nearest' });
}
