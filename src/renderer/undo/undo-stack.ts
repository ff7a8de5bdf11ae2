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
export function createUndoStack(maxSteps = MAX_STEPS): UndoStack {
  let done: UndoStep[] = [];
  let undone: UndoStep[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  /** False after an undo or redo, so that the next step does not join the one before even with the same key. */
  let mayJoin = false;

  const next = (direction: Direction): UndoStep | null =>
    (direction === 'undo' ? done : undone).at(-1) ?? null;

  /** Runs a step in a direction and then moves it from one list to the other. */
  async function move(direction: Direction, step: UndoStep): Promise<boolean> {
    if (next(direction) !== step) return false;
    await step[direction]();
    // A step may have been recorded meanwhile, which leaves nothing to redo.
    if (direction === 'undo') {
      const isStillLast = done.at(-1) === step;
      done = done.filter((each) => each !== step);
      if (isStillLast) undone = [...undone, step];
    } else if (undone.includes(step)) {
      undone = undone.filter((each) => each !== step);
      done = [...done, step];
    }
    mayJoin = false;
    return true;
  }

  return {
    record(step) {
      const last = done.at(-1);
      const joins = mayJoin && step.key !== undefined && last?.key === step.key;
      done = joins
        ? [...done.slice(0, -1), { ...step, undo: last?.undo ?? step.undo }]
        : [...done, step].slice(-maxSteps);
      undone = [];
      mayJoin = true;
    },
    next,
    take(direction, step) {
      const run = (): Promise<boolean> => move(direction, step);
      const moved = queue.then(run, run);
      queue = moved.catch(() => null);
      return moved;
    },
    drop(isGone) {
      done = done.filter((each) => !isGone(each));
      undone = undone.filter((each) => !isGone(each));
      mayJoin = false;
    },
    clear() {
      done = [];
      undone = [];
      mayJoin = false;
    },
  };
}
