/** One change that can be taken back. */
export interface UndoStep {
  /** What was done, as the reader would say it: «حذف التمييز». */
  readonly label: string;
  /** Takes it back; rejects when it could not, and the step stays. */
  readonly undo: () => Promise<unknown>;
  /** Does it again, after it was taken back. */
  readonly redo: () => Promise<unknown>;
  /** Steps in a row with the same key are one: a note that saves itself while it is written. */
  readonly key?: string;
}

export interface UndoState {
  /** What the next undo takes back; `null` when there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

export interface UndoStack {
  /** Call it when the change is on the disk. Whatever could be done again is forgotten. */
  record(step: UndoStep): void;
  /** Answers the step that was taken back, or `null`. One after the other, in the order asked for. */
  undo(): Promise<UndoStep | null>;
  redo(): Promise<UndoStep | null>;
  /** True while this step is the next to be taken back. */
  isLast(step: UndoStep): boolean;
  state(): UndoState;
  /** Returns what stops it. */
  onChange(listener: () => void): () => void;
}

/** Steps that are kept, oldest forgotten first. */
const MAX_STEPS = 200;

/** A stack of changes for one window. */
export function createUndoStack(maxSteps = MAX_STEPS): UndoStack {
  let done: UndoStep[] = [];
  let undone: UndoStep[] = [];
  let state: UndoState = { undoLabel: null, redoLabel: null };
  let queue: Promise<unknown> = Promise.resolve();
  /** After an undo or redo a key begins anew. */
  let mayJoin = false;
  const listeners = new Set<() => void>();

  function changed(): void {
    state = { undoLabel: done.at(-1)?.label ?? null, redoLabel: undone.at(-1)?.label ?? null };
    for (const listener of listeners) listener();
  }

  /** Moves the last step from one list to the other when its work is done. */
  function move(direction: 'undo' | 'redo'): Promise<UndoStep | null> {
    const run = async (): Promise<UndoStep | null> => {
      const step = (direction === 'undo' ? done : undone).at(-1);
      if (!step) return null;
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
      changed();
      return step;
    };
    const moved = queue.then(run, run);
    queue = moved.catch(() => null);
    return moved;
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
      changed();
    },
    undo: () => move('undo'),
    redo: () => move('redo'),
    isLast: (step) => done.at(-1) === step,
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
