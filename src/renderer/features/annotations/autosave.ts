/** What the reader sees of the saving: `failed` keeps the code, the text stays in the field. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface AutosaveOptions {
  /** What is on the disk already. */
  readonly initial: string;
  /** Resolves when the text is on the disk. */
  readonly save: (text: string) => Promise<unknown>;
  readonly onState: (state: SaveState) => void;
  /** Rest after the last key, in milliseconds. */
  readonly delay?: number;
}

export interface Autosave {
  /** Takes a new text; it is saved when the keys have rested. */
  readonly change: (text: string) => void;
  /** Saves at once whatever is not saved; also tries again after a failure. */
  readonly flush: () => void;
  /** Forgets what is not saved. */
  readonly drop: () => void;
  /** Takes a text that is on the disk from elsewhere; false, and no change, when ours is not saved yet. */
  readonly follow: (text: string) => boolean;
}

export const AUTOSAVE_DELAY_MS = 600;

/**
 * Saves a text some time after its last change, one save at a time, always ending with the newest text.
 * Nothing is dropped: a text that changed during a save is saved after it, and a failed one is kept.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { save, onState, delay = AUTOSAVE_DELAY_MS } = options;
  let [saved, text] = [options.initial, options.initial];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [busy, again, touched] = [false, false, false];

  async function run(): Promise<void> {
    clearTimeout(timer);
    if (busy) {
      again = true;
      return;
    }
    if (text === saved) {
      if (touched) onState({ kind: 'saved' });
      return;
    }
    const sent = text;
    busy = true;
    onState({ kind: 'saving' });
    try {
      await save(sent);
      saved = sent;
      onState({ kind: text === sent ? 'saved' : 'waiting' });
    } catch (error) {
      onState({ kind: 'failed', error });
    } finally {
      busy = false;
    }
    if (!again) return;
    again = false;
    await run();
  }

  return {
    change(next) {
      text = next;
      touched = true;
      onState({ kind: 'waiting' });
      clearTimeout(timer);
      timer = setTimeout(() => void run(), delay);
    },
    flush: () => void run(),
    drop() {
      clearTimeout(timer);
      text = saved;
    },
    follow(next) {
      if (busy || text !== saved) return false;
      [saved, text] = [next, next];
      return true;
    },
  };
}
