import { useEffect, useRef } from 'react';
import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { LIBRARY } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { acceptsSingleKey, hasCommandKey } from '#renderer/ui/keys.ts';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { nextHighlight } from './next-highlight.ts';
import { nextSize } from './next-size.ts';
import { type ReaderCommand, readerCommand } from './reader-keys.ts';
import type { Find } from './use-find.ts';
import type { HighlightActions } from './use-highlight-actions.ts';
import type { ReaderSelection } from './use-selection.ts';
import type { Viewport } from './use-viewport.ts';

interface Context {
  readonly actions: HighlightActions;
  readonly find: Find;
  readonly selection: ReaderSelection;
  readonly viewport: Viewport;
  readonly annotations: readonly Annotation[];
  readonly blockIds: readonly string[];
  readonly chosenId: AnnotationId | null;
  /** Offset of the first character in sight. */
  readonly firstInSight: () => number;
  readonly choose: (id: AnnotationId | null) => void;
  readonly currentBlock: string;
  readonly setCurrentBlock: (blockId: string, seen?: boolean) => void;
  readonly settings: Settings;
  readonly panel: { readonly open: boolean; readonly toggle: () => void };
  /** The panel stands beside the text; else Escape closes it. */
  readonly isPanelDocked: () => boolean;
}

/** Carries out the reader's keys. */
export function useReaderKeys(context: Context): void {
  const { mutate: changeSettings } = useChangeSettings();
  const latest = useRef(context);
  latest.current = context;

  useEffect(() => {
    const resize = (readingSizePx: Settings['readingSizePx']): void =>
      changeSettings({ readingSizePx });
    function handleKeyDown(event: KeyboardEvent): void {
      // What lies over the text has the keys to itself.
      if (document.querySelector('main [role=dialog]')) return;
      const now = latest.current;
      const command = readerCommand({
        code: event.code,
        shiftKey: event.shiftKey,
        command: hasCommandKey(event),
        single: acceptsSingleKey(event),
        selecting: now.selection.selecting,
        beforeToolbar: now.selection.shown && isInText(),
      });
      if (!command || event.defaultPrevented) return;
      event.preventDefault();
      run(command, now, resize);
    }
    // Before the shell's keys, which it may prevent.
    window.addEventListener('keydown', handleKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', handleKeyDown, { capture: true });
  }, [changeSettings]);
}

function run(
  command: ReaderCommand,
  context: Context,
  resize: (size: Settings['readingSizePx']) => void,
): void {
  const { actions, find, selection, panel, settings } = context;
  switch (command.kind) {
    case 'highlight':
      return void actions.highlight(command.meaning);
    case 'highlight-again':
      return void actions.highlightAgain();
    case 'note':
      return void actions.writeNote();
    case 'remove':
      return void actions.remove();
    case 'bookmark':
      return void actions.toggleBookmark();
    case 'panel':
      return panel.toggle();
    case 'open-find':
      return find.openBar();
    case 'next-place':
      return find.step(command.by);
    case 'next-highlight':
      return stepHighlight(context, command.by);
    case 'next-block':
      return stepBlock(context, command.by);
    case 'resize':
      return resize(nextSize(settings.readingSizePx, command.by));
    case 'original-size':
      return resize(DEFAULT_SETTINGS.readingSizePx);
    case 'enter-toolbar':
      return selection.enterToolbar();
    case 'start-selecting':
      return selection.startMode(context.currentBlock);
    case 'extend':
      return selection.extend(command.direction, command.by);
    case 'end-selecting':
      return selection.endMode();
    case 'leave-selecting':
      return selection.leaveMode();
    case 'escape':
      return escape(context);
  }
}

/** Closes what is open, one thing at a time; with nothing open it leaves the article. */
function escape({ selection, find, panel, isPanelDocked }: Context): void {
  if (selection.shown) selection.close();
  else if (find.open) find.close();
  else if (panel.open && !isPanelDocked()) panel.toggle();
  else navigate(LIBRARY);
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
function isInText(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return true;
  return focused.closest('[data-skip-target]') !== null && !focused.closest('[role=toolbar]');
}

function stepBlock(context: Context, by: 1 | -1): void {
  const { blockIds, currentBlock, setCurrentBlock } = context;
  const next = blockIds[blockIds.indexOf(currentBlock) + by];
  if (!next) return;
  setCurrentBlock(next, true);
  document.querySelector(`article [data-block="${next}"]`)?.scrollIntoView({ block: 'nearest' });
}
