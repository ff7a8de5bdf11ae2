import { BridgeError } from '#renderer/bridge/bridge.ts';
import { describeFailure } from '#renderer/bridge/save-failure.ts';
import type { Toast } from '#renderer/ui/toasts.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import { MAX_NAMED_UTF16, type UndoTarget } from './undo-target.ts';
import type { Direction, UndoStack, UndoStep } from './undo-stack.ts';

/** What undo needs from the window. */
export interface Surroundings {
  /** A name of the page that is on the screen. */
  readonly page: () => string;
  readonly isInSight: (target: UndoTarget) => boolean;
  readonly goTo: (target: UndoTarget) => void;
  /** Scrolls a change on the present page into sight. */
  readonly settle: (target: UndoTarget) => void;
  /** The titles of the articles that are in the library; others are left out. */
  readonly titlesOf: (ids: readonly ArticleId[]) => Promise<ReadonlyMap<ArticleId, string>>;
  /** Shows a toast, which replaces the one before. @returns its id */
  readonly showToast: (toast: Omit<Toast, 'id'>) => number;
  readonly currentToast: () => Toast | null;
  readonly dismissToast: (id: number) => void;
  /** The shortcut of undo or redo as it is shown: «Ctrl+Z». */
  readonly keysOf: (direction: Direction) => string;
}

export interface Undo {
  /** Records a saved change. `toast` is the message to show with a button that undoes it. */
  record(step: UndoStep, options?: { readonly toast?: string }): void;
  /** Makes requests wait for a change that is being saved, because its step is recorded when it is saved. */
  waitFor(saving: Promise<unknown>): void;
  /**
   * Undoes the last change, or redoes it. A change that the reader cannot see is only named and shown at first, and
   * done at the next request. Never rejects.
   */
  request(direction: Direction): Promise<void>;
  /** Forgets the steps that concern only these articles, because the articles were erased. */
  forget(articleIds: readonly ArticleId[]): void;
  /** Forgets every step. */
  clear(): void;
}

/** The step that the button of a toast offers. */
interface Offer {
  readonly step: UndoStep;
  readonly direction: Direction;
  readonly toastId: number;
  readonly page: string;
}

const OPPOSITE: Readonly<Record<Direction, Direction>> = { undo: 'redo', redo: 'undo' };
const ACTION = { undo: 'toast.undo', redo: 'undo.redo' } as const;
const NOTHING = { undo: 'undo.nothing', redo: 'undo.nothingToRedo' } as const;
const AHEAD = { undo: 'undo.ahead', redo: 'undo.redoAhead' } as const;
const DONE = { undo: 'undo.undone', redo: 'undo.redone' } as const;
const IMPOSSIBLE = { undo: 'undo.impossible', redo: 'undo.redoImpossible' } as const;

/** Makes undo from a stack of steps. A toast never offers another step than the shortcut would take. */
export const createUndo = (stack: UndoStack, window: Surroundings): Undo =>
  new WindowUndo(stack, window);

class WindowUndo implements Undo {
  private readonly stack: UndoStack;
  private readonly window: Surroundings;
  private offered: Offer | null = null;
  private queue: Promise<void> = Promise.resolve();
  /** Ends when all changes that were begun so far are saved or were refused. */
  private saved: Promise<unknown> = Promise.resolve();

  constructor(stack: UndoStack, window: Surroundings) {
    this.stack = stack;
    this.window = window;
  }

  record(step: UndoStep, { toast }: { readonly toast?: string } = {}): void {
    this.stack.record(step);
    // The step that the toast offers may no longer be the next one.
    if (toast !== undefined) this.offer(toast, step, 'undo');
    else if (this.offered) this.window.dismissToast(this.offered.toastId);
  }

  waitFor(saving: Promise<unknown>): void {
    this.saved = Promise.allSettled([this.saved, saving]);
  }

  request(direction: Direction): Promise<void> {
    const { saved } = this;
    // The offer is read now, because the toast whose button was pressed is gone when this request is handled.
    const atRequest = this.standing();
    const turn = async (): Promise<void> => {
      await saved;
      await this.carryOut(direction, atRequest).catch((error: unknown) => {
        this.window.showToast({ text: describeFailure(error) });
      });
    };
    this.queue = this.queue.then(turn);
    return this.queue;
  }

  forget(articleIds: readonly ArticleId[]): void {
    const gone = new Set(articleIds);
    const isGone = ({ target }: UndoStep): boolean =>
      target.articleIds.length > 0 && target.articleIds.every((id) => gone.has(id));
    this.stack.drop(isGone);
    if (!this.offered || !isGone(this.offered.step)) return;
    this.window.dismissToast(this.offered.toastId);
    this.offered = null;
  }

  clear(): void {
    this.stack.clear();
    if (this.offered) this.window.dismissToast(this.offered.toastId);
    this.offered = null;
  }

  /** Returns the offer whose toast is still on the screen, on the page where it was made; otherwise `null`. */
  private standing(): Offer | null {
    const { offered, window } = this;
    return offered &&
      window.currentToast()?.id === offered.toastId &&
      offered.page === window.page()
      ? offered
      : null;
  }

  private offer(text: string, step: UndoStep, direction: Direction): void {
    const run = (): void => void this.request(direction);
    const action = { label: translate(ACTION[direction]), run };
    const toastId = this.window.showToast({ text, action });
    this.offered = { step, direction, toastId, page: this.window.page() };
  }

  private async carryOut(direction: Direction, atRequest: Offer | null): Promise<void> {
    const { stack, window } = this;
    const step = stack.next(direction);
    if (!step) return void window.showToast({ text: translate(NOTHING[direction]) });
    const titles = await window.titlesOf(step.target.articleIds);
    const label = nameOf(step, titles);
    const isOffered = [atRequest, this.standing()].some(
      (each) => each?.step === step && each.direction === direction,
    );
    if (!isOffered && !this.isSeen(step.target, titles)) {
      window.goTo(step.target);
      const keys = window.keysOf(direction);
      return this.offer(translate(AHEAD[direction], { label, keys }), step, direction);
    }
    try {
      // Another step was recorded meanwhile. It is the next one, and may be out of sight, so the rules apply again.
      if (!(await stack.take(direction, step))) return await this.carryOut(direction, null);
    } catch (error) {
      const message = whyNever(error, direction);
      if (message === null) throw error;
      stack.drop((each) => each === step);
      window.showToast({ text: translate(message, { label }) });
      return;
    }
    this.offer(translate(DONE[direction], { label }), step, OPPOSITE[direction]);
    window.settle(step.target);
  }

  /**
   * True when a change is in sight. Articles that are not in the library have no row, so their change counts as seen
   * on the library page.
   */
  private isSeen(target: UndoTarget, titles: ReadonlyMap<ArticleId, string>): boolean {
    return (
      this.window.isInSight(target) ||
      (target.kind === 'articles' && titles.size === 0 && this.window.page() === 'library')
    );
  }
}

/** The name of a step. When it concerns the marks of one article, it has the title: «تحرير ملاحظة في «…»». */
function nameOf({ label, target }: UndoStep, titles: ReadonlyMap<ArticleId, string>): string {
  const [only, ...others] = target.articleIds;
  if (target.kind !== 'marks' || only === undefined || others.length > 0) return label;
  const title = titles.get(only);
  if (title === undefined) return label;
  return translate('undo.in', { label, title: cutAtWord(title, MAX_NAMED_UTF16) });
}

/**
 * The message that says why no later attempt can succeed: the changed thing does not exist any more, or the main
 * process has forgotten the change. `null` when a later attempt may succeed.
 */
function whyNever(error: unknown, direction: Direction): MessageKey | null {
  const code = error instanceof BridgeError ? error.failure.code : '';
  if (code === 'tags/no-such-step') return 'undo.tagsForgotten';
  return code.endsWith('/not-found') ? IMPOSSIBLE[direction] : null;
}
