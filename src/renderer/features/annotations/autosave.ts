/** The state of the saving that the reader sees. `failed` has the error, and the text stays in the field. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface AutosaveOptions {
  /** The text that is saved already. */
  readonly initial: string;
  /** Saves the text. The promise resolves when the text is on the disk. */
  readonly save: (text: string) => Promise<unknown>;
  readonly onState: (state: SaveState) => void;
  /** The time from the last change to the save, ms. */
  readonly delay?: number;
}

export interface Autosave {
  /** Takes a new text, which is saved after a pause in typing. */
  readonly change: (text: string) => void;
  /** Saves an unsaved text at once. After a failure it tries again. */
  readonly flush: () => void;
  /** Forgets an unsaved text. */
  readonly drop: () => void;
  /** Takes a text that was saved elsewhere. @returns false, without a change, when the text here is not saved yet */
  readonly follow: (text: string) => boolean;
}

export const AUTOSAVE_DELAY_MS = 600;

/**
 * Saves a text some time after its last change, one save at a time. A text that changed during a save is saved after
 * it, so that the newest text is always saved last, and a text that could not be saved is kept.
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
