import type { AskedBy } from '../text/words/references.ts';

/** The pointer or the focus rests for this long on a reference before its card opens, ms. */
const OPEN_MS = 350;

/** A card that was not pressed closes this long after the pointer has left it, ms. It can cross the gap in between. */
const CLOSE_MS = 300;

/** The card of a footnote that is open. */
export interface OpenFootnote {
  /** Where the footnote begins, as a UTF-16 offset of the canonical text. */
  readonly at: number;
  /** The element of the reference that the card belongs to. */
  readonly anchor: HTMLElement;
  /** True when the card was pressed, so that it stays open. */
  readonly isHeld: boolean;
}

/** Opens and closes the card of a footnote. There is one card at a time. */
export class FootnoteCards {
  #open: OpenFootnote | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True while the focus goes back to a reference, which then asks for nothing. */
  #isReturning = false;
  readonly #listeners = new Set<() => void>();

  readonly read = (): OpenFootnote | null => this.#open;

  /** Calls the listener after every change; returns the function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens a footnote: at once after a press, else when the pointer or the focus has rested. */
  readonly ask = (at: number, anchor: HTMLElement, by: AskedBy): void => {
    clearTimeout(this.#timer);
    const isSame = this.#open?.anchor === anchor && this.#open.at === at;
    if (by === 'press' && isSame && this.#open?.isHeld) return this.close(true);
    if (by === 'press') return this.#set({ at, anchor, isHeld: true });
    if (this.#isReturning || this.#open?.isHeld) return;
    if (isSame) return;
    this.#timer = setTimeout(() => this.#set({ at, anchor, isHeld: false }), OPEN_MS);
  };

  /** Keeps the card open, because the pointer is in it. */
  readonly enter = (): void => clearTimeout(this.#timer);

  /** Keeps the card open until it is closed. */
  readonly hold = (): void => {
    clearTimeout(this.#timer);
    if (this.#open && !this.#open.isHeld) this.#set({ ...this.#open, isHeld: true });
  };

  /** Closes the card soon, or opens none, because the pointer or the focus has left. */
  readonly leave = (): void => {
    clearTimeout(this.#timer);
    if (this.#open && !this.#open.isHeld) this.#timer = setTimeout(() => this.close(), CLOSE_MS);
  };

  /** Closes the card at once. @param refocus  true when the focus goes back to the reference */
  readonly close = (refocus = false): void => {
    clearTimeout(this.#timer);
    const open = this.#open;
    this.#set(null);
    if (!refocus || !open) return;
    this.#isReturning = true;
    open.anchor.focus({ preventScroll: true });
    this.#isReturning = false;
  };

  #set(open: OpenFootnote | null): void {
    if (open === this.#open) return;
    this.#open = open;
    for (const listener of this.#listeners) listener();
  }
}
