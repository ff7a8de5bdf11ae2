/** How many places are remembered. */
const MOST_PLACES = 100;

/**
 * What a jump is: one of its own, or a step of a series, such as from match to match. One key takes back a whole
 * series.
 */
export type Jump = 'own' | 'step';

/**
 * The places that the reader left by a jump, so that each jump can be taken back. Places are UTF-16 offsets of the
 * canonical text.
 */
export class JumpHistory {
  readonly #before: number[] = [];
  readonly #after: number[] = [];
  #last: Jump | null = null;

  get canGoBack(): boolean {
    return this.#before.length > 0;
  }

  get canGoForward(): boolean {
    return this.#after.length > 0;
  }

  /** Records the place that a jump leaves. */
  leave(from: number, jump: Jump): void {
    const continues = jump === 'step' && this.#last === 'step';
    this.#last = jump;
    if (continues) return;
    this.#after.length = 0;
    if (this.#before.at(-1) !== from) this.#before.push(from);
    if (this.#before.length > MOST_PLACES) this.#before.shift();
  }

  /** Returns the place to go back to from the present one; `null` when there is none. */
  goBack(now: number): number | null {
    return this.#turn(this.#before, this.#after, now);
  }

  /** Returns the place from which the reader went back; `null` when there is none. */
  goForward(now: number): number | null {
    return this.#turn(this.#after, this.#before, now);
  }

  #turn(from: number[], to: number[], now: number): number | null {
    const place = from.pop();
    if (place === undefined) return null;
    this.#last = null;
    to.push(now);
    return place;
  }
}
