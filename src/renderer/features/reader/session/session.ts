import type { PanelTab } from '#renderer/features/annotations/index.ts';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type { Matching } from '#shared/domain/search.ts';
import type { Match } from '#shared/domain/search-result.ts';
import { isObject } from '#shared/domain/is-object.ts';
import type { Span } from '#shared/domain/span.ts';
import { stepMatch, firstMatchFrom } from './match-order.ts';

/** What the toolbar concerns: words that were just selected, or a highlight that was clicked. */
export interface SelectionTarget {
  readonly span: Span;
  readonly annotation: Annotation | null;
}

export interface SelectionState {
  readonly target: SelectionTarget | null;
  /** True when the toolbar is visible. */
  readonly shown: boolean;
  /** A counter that grows when the toolbar should take the focus. */
  readonly focusAsked: number;
  /** True when the selection mode is on. */
  readonly selecting: boolean;
}

export interface FindState {
  /** True when the bar is visible. */
  readonly open: boolean;
  readonly text: string;
  readonly matching: Matching;
  /** A counter that grows when the field should take the focus. */
  readonly focusAsked: number;
  /** True when the matches are marked in the text. */
  readonly painted: boolean;
  readonly matches: readonly Match[];
  /** True when the matches answer a text, so that an empty list means that nothing was found. */
  readonly answered: boolean;
  /** 0-based number of the current match. */
  readonly index: number;
}

export interface BlockState {
  /** The paragraph that was chosen by a click or a key, while it is visible. */
  readonly chosen: string | null;
  /** True when the paragraph was chosen by a key and gets a bar beside it. */
  readonly byKey: boolean;
  /** Where a jump led in the chosen paragraph, as a UTF-16 offset of the canonical text; `null` without a jump. */
  readonly at: number | null;
  /** The first visible paragraph. */
  readonly inSight: string;
}

export interface PanelState {
  readonly open: boolean;
  readonly tab: PanelTab;
  /** True when the panel has opened by itself, or the reader has opened or closed it. */
  readonly decided: boolean;
}

/** The state of one open article, apart from its text and its marks. */
export interface ReaderState {
  /** The highlight that keys act on, chosen by a key, a click or the focus, while it is visible. */
  readonly chosenId: AnnotationId | null;
  /** The highlight at the reading position; the panel follows it while none is chosen. */
  readonly followedId: AnnotationId | null;
  /** The highlight whose note is open. */
  readonly editingId: AnnotationId | null;
  /** The highlight without an anchor that the next selection pins. */
  readonly pinningId: AnnotationId | null;
  readonly selection: SelectionState;
  readonly find: FindState;
  readonly block: BlockState;
  readonly panel: PanelState;
  /** The reader's progress in the text, 0 to 1. */
  readonly progress: number;
  /** The first visible character of the canonical text, UTF-16 units. */
  readonly offset: number;
  /** True when the dialog that asks for a printed page is open. */
  readonly askingPage: boolean;
  /** True when the headline has scrolled away, so that the bar shows it. */
  readonly headlineHidden: boolean;
  /** True when the print dialog is open. */
  readonly printing: boolean;
}

/** How an article opens. */
export interface SessionStart {
  readonly find: {
    readonly text: string;
    readonly matching: Matching;
    readonly startOffset: number;
  };
  readonly firstBlock: string;
  readonly progress: number;
  readonly offset: number;
  readonly panel: PanelState;
}

type Listener = () => void;

/**
 * The state of one open article, without React and without the page: what is chosen, edited, pinned, selected and
 * found, and where the reader is. Components subscribe with `useSession`; commands read `state` at the moment of the key.
 */
export class ReaderSession {
  #state: ReaderState;
  /** The offset in the canonical text where finding begins in a new list of matches. */
  #findFrom: number;
  readonly #listeners = new Set<Listener>();

  constructor({ find, firstBlock, progress, offset, panel }: SessionStart) {
    const isFinding = find.text !== '';
    this.#findFrom = find.startOffset;
    this.#state = {
      chosenId: null,
      followedId: null,
      editingId: null,
      pinningId: null,
      selection: { target: null, shown: false, focusAsked: 0, selecting: false },
      find: {
        open: isFinding,
        text: find.text,
        matching: find.matching,
        focusAsked: 0,
        painted: isFinding,
        matches: [],
        answered: false,
        index: 0,
      },
      block: { chosen: null, byKey: false, at: null, inSight: firstBlock },
      panel,
      progress,
      offset,
      askingPage: false,
      headlineHidden: false,
      printing: false,
    };
  }

  get state(): ReaderState {
    return this.#state;
  }

  /** Calls the listener after every change; returns the function that stops it. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The highlight that the panel shows: the chosen one, or else the one at the reading position. */
  get currentId(): AnnotationId | null {
    return this.#state.chosenId ?? this.#state.followedId;
  }

  /** The paragraph that keys act on. */
  get currentBlock(): string {
    return this.#state.block.chosen ?? this.#state.block.inSight;
  }

  readonly choose = (chosenId: AnnotationId | null): void => this.#set({ chosenId });

  /** Records which highlight is at the reading position, and whether the chosen one is still visible. */
  scrolledTo(followedId: AnnotationId | null, isInSight: (id: AnnotationId) => boolean): void {
    const { chosenId } = this.#state;
    const kept = chosenId !== null && isInSight(chosenId) ? chosenId : null;
    this.#set({ followedId, chosenId: kept });
  }

  /** Opens the note of a highlight in the panel, or closes it. */
  readonly edit = (editingId: AnnotationId | null): void => {
    const { panel } = this.#state;
    this.#set({ editingId, panel: editingId === null ? panel : { ...panel, tab: 'highlights' } });
  };

  readonly pin = (pinningId: AnnotationId | null): void => this.#set({ pinningId });

  readonly askPage = (askingPage: boolean): void => this.#set({ askingPage });

  readonly setPrinting = (printing: boolean): void => this.#set({ printing });

  /**
   * Chooses a paragraph.
   *
   * @param byKey  true when a key chose it, so that it gets a bar beside it
   * @param at     where a jump led in it, as a UTF-16 offset of the canonical text
   */
  readonly chooseBlock = (chosen: string, byKey = false, at: number | null = null): void =>
    this.#set({ block: { ...this.#state.block, chosen, byKey, at } });

  /** Records the first visible paragraph, and whether the chosen one is still visible. */
  scrolledToBlock(first: string | undefined, isInSight: (blockId: string) => boolean): void {
    const { chosen, inSight, ...rest } = this.#state.block;
    const kept = chosen !== null && isInSight(chosen) ? chosen : null;
    this.#set({ block: { ...rest, chosen: kept, inSight: first ?? inSight } });
  }

  /** Shows the toolbar for a target, or hides it. */
  showTarget(target: SelectionTarget | null): void {
    const shown = target !== null;
    this.#set({ selection: { ...this.#state.selection, target, shown, focusAsked: 0 } });
  }

  /** Turns the selection mode on or off. */
  setSelecting(selecting: boolean): void {
    this.#set({ selection: { ...this.#state.selection, selecting } });
  }

  /** Moves the focus to the toolbar. */
  enterToolbar(): void {
    const { selection } = this.#state;
    this.#set({ selection: { ...selection, focusAsked: selection.focusAsked + 1 } });
  }

  /** Hides the toolbar but keeps its target. */
  hideToolbar(): void {
    this.#set({ selection: { ...this.#state.selection, shown: false } });
  }

  /**
   * Opens the find bar with the focus.
   *
   * @param offset  returns the first visible character, where finding begins in a bar that was closed
   */
  openFind(offset: () => number): void {
    const { find } = this.#state;
    if (!find.open) this.#findFrom = offset();
    const index = find.open ? find.index : firstMatchFrom(find.matches, this.#findFrom);
    const focusAsked = find.focusAsked + 1;
    this.#set({ find: { ...find, open: true, painted: true, focusAsked, index } });
  }

  /** Closes the find bar. The matches are no longer marked, but the next step continues from the last one. */
  closeFind(): void {
    this.#set({ find: { ...this.#state.find, open: false, painted: false } });
  }

  readonly setFindText = (text: string): void => this.#set({ find: { ...this.#state.find, text } });

  readonly setFindMatching = (matching: Matching): void =>
    this.#set({ find: { ...this.#state.find, matching } });

  /**
   * Sets the matches that are known for the text now.
   *
   * @param isAnswer  true when they answer the present text, so that finding begins again in them
   */
  setMatches(matches: readonly Match[], isAnswer: boolean): void {
    const { find } = this.#state;
    const index = isAnswer ? firstMatchFrom(matches, this.#findFrom) : find.index;
    this.#set({ find: { ...find, matches, answered: isAnswer, index } });
  }

  /** Goes to the next or previous match, around the ends. */
  stepFind(by: 1 | -1): void {
    const { find } = this.#state;
    this.#set({ find: { ...find, painted: true, index: stepMatch(find.matches, find.index, by) } });
  }

  /** Opens or closes the panel by the reader's decision. */
  readonly setPanel = (open: boolean): void =>
    this.#set({ panel: { ...this.#state.panel, open, decided: true } });

  /** Chooses the tab of the panel; the panel itself neither opens nor closes. */
  readonly setTab = (tab: PanelTab): void => this.#set({ panel: { ...this.#state.panel, tab } });

  /** Opens or closes the panel because the width of the window has changed; the reader's decision stays. */
  fitPanel(open: boolean): void {
    this.#set({ panel: { ...this.#state.panel, open } });
  }

  readonly setReading = (
    reading: Pick<ReaderState, 'progress' | 'offset' | 'headlineHidden'>,
  ): void => this.#set(reading);

  #set(change: Partial<ReaderState>): void {
    const next = { ...this.#state, ...keepEqual(this.#state, change) };
    if (isEqual(next, this.#state)) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Replaces equal parts of a change by the present ones, so that their subscribers are not called. */
function keepEqual(state: ReaderState, change: Partial<ReaderState>): Partial<ReaderState> {
  const parts = Object.entries(change).map(([key, value]: [string, unknown]) => {
    const before: unknown = state[key as keyof ReaderState];
    return [key, isEqual(before, value) ? before : value];
  });
  return Object.fromEntries(parts) as Partial<ReaderState>; // The cast is safe, because the keys are those of the change.
}

/** True for the same value, and for two objects whose fields are the same values. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => Object.is(a[key], b[key]));
}
