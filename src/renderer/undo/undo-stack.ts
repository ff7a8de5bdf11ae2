import type { Place } from './place.ts';

/** One change that can be taken back. */
export interface UndoStep {
  /**
   * What was done, as the reader would say it: «حذف تمييز». A change of articles names them; the article of a single
   * mark is added to the label from `where` when it is said.
   */
  readonly label: string;
  /** Where the change is seen. */
  readonly where: Place;
  /** Takes it back; rejects when it could not, and the step stays. */
  readonly undo: () => Promise<unknown>;
  /** Does it again, after it was taken back. */
  readonly redo: () => Promise<unknown>;
  /** Steps in a row with the same key are one: a note that saves itself while it is written. */
  readonly key?: string;
}

export type Direction = 'undo' | 'redo';

export interface UndoStack {
  /** Call it when the change is on the disk. Whatever could be done again is forgotten. */
  record(step: UndoStep): void;
  /** What the next undo or redo would be about; `null` when there is nothing. */
  next(direction: Direction): UndoStep | null;
  /**
   * Takes a step back, or does it again, if it is the next one then: whatever was asked for before comes first.
   * Answers whether it did.
   */
  take(direction: Direction, step: UndoStep): Promise<boolean>;
  /** Forgets steps that can never be taken back or done again. */
  drop(isGone: (step: UndoStep) => boolean): void;
  /** Forgets everything: another library has taken the place of the one that was changed. */
  clear(): void;
}

/** Steps that are kept, oldest forgotten first. */
export const MAX_STEPS = 200;

/** A stack of changes for one window. */
export function createUndoStack(maxSteps = MAX_STEPS): UndoStack {
  let done: UndoStep[] = [];
  let undone: UndoStep[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  /** After an undo or redo a key begins anew. */
  let mayJoin = false;

  const next = (direction: Direction): UndoStep | null =>
    (direction === 'undo' ? done : undone).at(-1) ?? null;

  /** Moves the last step from one list to the other when its work is done. */
  async function move(direction: Direction, step: UndoStep): Promise<boolean> {
    if (next(direction) !== step) return false;
    await step[direction]();
    // Something may have been recorded meanwhile: then there is nothing left to do again.
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
