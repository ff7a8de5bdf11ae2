import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { type CommandHandlers, useCommands } from '#renderer/commands/registry.ts';
import { stepIn } from '#renderer/ui/step-in.ts';
import { isFocusModeOn, setFocusMode } from '#renderer/ui/focus-mode.ts';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { changeAppearance, settingsOf } from '#shared/domain/appearance.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { READING_SIZES_PX } from '#shared/domain/choices.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { blockElement } from '../text/dom-text.ts';
import { nextHighlight } from '../marks/next-highlight.ts';
import type { OpenPage } from '../text/page.ts';
import type { Find } from '../find/use-find.ts';
import type { HighlightActions } from '../marks/use-highlight-actions.ts';
import { type Panel, isPanelDocked } from './use-panel.ts';
import type { ReaderSelection } from '../marks/use-selection.ts';
import type { Viewport } from '../position/use-viewport.ts';

type Size = Settings['readingSizePx'];

interface Context {
  readonly articleId: ArticleId;
  readonly page: OpenPage;
  readonly actions: HighlightActions;
  readonly find: Find;
  readonly selection: ReaderSelection;
  readonly viewport: Viewport;
  readonly annotations: readonly Annotation[];
  readonly chosenId: AnnotationId | null;
  /** Offset of the first character in sight. */
  readonly firstInSight: () => number;
  readonly choose: (id: AnnotationId | null) => void;
  readonly currentBlock: string;
  readonly setCurrentBlock: (blockId: string, seen?: boolean) => void;
  readonly panel: Panel;
}

/** Carries out the commands of an open article. */
export function useReaderCommands(context: Context): void {
  const { mutate: changeSettings } = useChangeSettings();
  const { articleId, find, panel } = context;
  const resize = (next: (px: Size) => Size): void =>
    changeSettings((now) => {
      const { readingSizePx } = settingsOf(now, articleId);
      return changeAppearance(now, articleId, { readingSizePx: next(readingSizePx) });
    });
  useCommands({
    'find.open': find.openBar,
    'find.next': () => find.step(1),
    'find.previous': () => find.step(-1),
    'block.next': () => stepBlock(context, 1),
    'block.previous': () => stepBlock(context, -1),
    'page.down': { run: () => scrollPage(context.page, 1), isEnabled: isOnText },
    'page.up': { run: () => scrollPage(context.page, -1), isEnabled: isOnText },
    'panel.toggle': panel.toggle,
    'text.larger': () => resize((px) => stepIn(READING_SIZES_PX, px, 1)),
    'text.smaller': () => resize((px) => stepIn(READING_SIZES_PX, px, -1)),
    'text.reset': () => resize(() => DEFAULT_SETTINGS.readingSizePx),
    escape: () => escape(context),
    ...markCommands(context),
    ...selectingCommands(context),
  });
}

function markCommands(context: Context): CommandHandlers {
  const { actions, annotations, selection, chosenId } = context;
  const isSelected = (): boolean => selection.read() !== null;
  const isMarkable = (): boolean => chosenId !== null || isSelected();
  const hasHighlights = (): boolean => annotations.length > 0;
  const mark = (meaning: Annotation['meaning']) => ({
    run: () => void actions.highlight(meaning),
    isEnabled: isMarkable,
  });
  return {
    'highlight.again': () => void actions.highlightAgain(),
    'highlight.important': mark('important'),
    'highlight.fact': mark('fact'),
    'highlight.statement': mark('statement'),
    'highlight.question': mark('question'),
    'highlight.followup': mark('followup'),
    'note.write': () => void actions.writeNote(),
    'tags.edit': { run: () => void actions.editTags(), isEnabled: isMarkable },
    'citation.copy': { run: () => void actions.copyCitation('text'), isEnabled: isSelected },
    'selection.search': { run: () => actions.searchSelection(), isEnabled: isSelected },
    'highlight.remove': {
      run: () => void actions.remove(),
      isEnabled: () => chosenId !== null || (selection.read()?.annotation ?? null) !== null,
    },
    'highlight.next': { run: () => stepHighlight(context, 1), isEnabled: hasHighlights },
    'highlight.previous': { run: () => stepHighlight(context, -1), isEnabled: hasHighlights },
    'bookmark.toggle': () => void actions.toggleBookmark(),
  };
}

function selectingCommands({ selection, currentBlock }: Context): CommandHandlers {
  const whileSelecting = (run: () => void) => ({ run, isEnabled: () => selection.selecting });
  return {
    'toolbar.enter': {
      run: () => selection.enterToolbar(),
      isEnabled: () => selection.shown && isBeforeToolbar(),
    },
    'selecting.start': () => selection.startMode(currentBlock),
    'selecting.left': whileSelecting(() => selection.extend('left', 'word')),
    'selecting.right': whileSelecting(() => selection.extend('right', 'word')),
    'selecting.down': whileSelecting(() => selection.extend('forward', 'line')),
    'selecting.up': whileSelecting(() => selection.extend('backward', 'line')),
    'selecting.end': whileSelecting(() => selection.endMode()),
    'selecting.leave': whileSelecting(() => selection.leaveMode()),
  };
}

/** Closes what is open, one thing at a time. With nothing open it does nothing: one stays at the article. */
function escape({ selection, find, panel }: Context): void {
  if (selection.shown) selection.close();
  else if (isFocusModeOn()) setFocusMode(false);
  else if (find.open || find.found.places.length > 0) find.close();
  else if (panel.open && !isPanelDocked()) panel.toggle();
}

function stepHighlight(context: Context, by: 1 | -1): void {
  const { annotations, chosenId, firstInSight, choose, viewport } = context;
  const next = nextHighlight(annotations, { chosenId, by, from: firstInSight() });
  if (!next) return;
  choose(next.id);
  viewport.jumpTo(next.span);
  // Its mark in the margin has a name: it is heard, too.
  document
    .querySelector<HTMLElement>(`article [data-annotation="${next.id}"]`)
    ?.focus({ preventScroll: true });
}

/** The focus is nowhere in particular, or in the text but not in its toolbar. */
function isBeforeToolbar(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return true;
  return focused.closest('[data-skip-target]') !== null && !focused.closest('[role=toolbar]');
}

/** The focus is where the space bar has nothing to press. */
function isOnText(): boolean {
  const focused = document.activeElement;
  return !focused?.closest('button, a, input, select, summary, [role=tab], aside');
}

/** A little less than the window stays in sight: the last line becomes the first. */
function scrollPage({ scroller }: OpenPage, by: 1 | -1): void {
  const height = scroller.current?.clientHeight ?? 0;
  scroller.current?.scrollBy({ top: by * height * 0.9, behavior: 'instant' });
}

function stepBlock(context: Context, by: 1 | -1): void {
  const { page, currentBlock, setCurrentBlock } = context;
  const at = page.places.findIndex(({ id }) => id === currentBlock);
  const next = page.places[at + by];
  const body = page.body.current;
  if (!next || !body) return;
  page.sight.current.reach(next.start);
  setCurrentBlock(next.id, true);
  blockElement(body, next.id)?.scrollIntoView({ block: 'nearest' });
}
