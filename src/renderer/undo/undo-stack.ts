import type { UndoTarget } from './undo-target.ts';

/** One change that can be undone. */
export interface UndoStep {
  /**
   * What was done, in the words of the reader: «حذف تمييز». The label of a change of articles names them. For marks
   * of one article, its title is added from `target` when the label is shown.
   */
  readonly label: string;
  /** What the change concerns, which decides where it can be seen. */
  readonly target: UndoTarget;
  /** Undoes the change. It rejects when that failed, and the step then stays on the stack. */
  readonly undo: () => Promise<unknown>;
  /** Redoes the change after it was undone. */
  readonly redo: () => Promise<unknown>;
  /** Consecutive steps with the same key become one, such as the saves of a note while it is written. */
  readonly key?: string;
}

export type Direction = 'undo' | 'redo';

export interface UndoStack {
  /** Adds a step; call it when the change was saved. The steps that could be redone are forgotten. */
  record(step: UndoStep): void;
  /** The step that undo or redo would take next; `null` when there is none. */
  next(direction: Direction): UndoStep | null;
  /**
   * Undoes or redoes a step after all earlier requests, if it is still the next one then.
   * @returns false when it was not
   */
  take(direction: Direction, step: UndoStep): Promise<boolean>;
  /** Forgets steps that can never be undone or redone. */
  drop(isGone: (step: UndoStep) => boolean): void;
  /** Forgets all steps, because another library has replaced the one that was changed. */
  clear(): void;
}

/** The most steps that are kept; the oldest are forgotten first. */
export const MAX_STEPS = 200;

/** Makes the stack of changes of one window. */
export const createUndoStack = (maxSteps = MAX_STEPS): UndoStack => new WindowStack(maxSteps);

class WindowStack implements UndoStack {
  private readonly maxSteps: number;
  private done: UndoStep[] = [];
  private undone: UndoStep[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  /** False after an undo or redo, so that the next step does not join the one before even with the same key. */
  private mayJoin = false;

  constructor(maxSteps: number) {
    this.maxSteps = maxSteps;
  }

  record(step: UndoStep): void {
    const last = this.done.at(-1);
    const joins = this.mayJoin && step.key !== undefined && last?.key === step.key;
    this.done = joins
      ? [...this.done.slice(0, -1), { ...step, undo: last?.undo ?? step.undo }]
      : [...this.done, step].slice(-this.maxSteps);
    this.undone = [];
    this.mayJoin = true;
  }

  next(direction: Direction): UndoStep | null {
    return (direction === 'undo' ? this.done : this.undone).at(-1) ?? null;
  }

  take(direction: Direction, step: UndoStep): Promise<boolean> {
    const run = (): Promise<boolean> => this.move(direction, step);
    const moved = this.queue.then(run, run);
    this.queue = moved.catch(() => null);
    return moved;
  }

  drop(isGone: (step: UndoStep) => boolean): void {
    this.done = this.done.filter((each) => !isGone(each));
    this.undone = this.undone.filter((each) => !isGone(each));
    this.mayJoin = false;
  }

  clear(): void {
    this.done = [];
    this.undone = [];
    this.mayJoin = false;
  }

  /** Runs a step in a direction and then moves it from one list to the other. */
  private async move(direction: Direction, step: UndoStep): Promise<boolean> {
    if (this.next(direction) !== step) return false;
    await step[direction]();
    // A step may have been recorded meanwhile, which leaves nothing to redo.
    if (direction === 'undo') {
      const isStillLast = this.done.at(-1) === step;
      this.done = this.done.filter((each) => each !== step);
      if (isStillLast) this.undone = [...this.undone, step];
    } else if (this.undone.includes(step)) {
      this.undone = this.undone.filter((each) => each !== step);
      this.done = [...this.done, step];
    }
    this.mayJoin = false;
    return true;
  }
}
