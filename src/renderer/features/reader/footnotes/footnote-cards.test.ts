import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FootnoteCards } from './footnote-cards.ts';

/** An element as far as the cards know it: it takes the focus, and then asks for its footnote. */
function anchorOf(cards: FootnoteCards, at: number) {
  const focus = vi.fn(() => cards.ask(at, anchor, 'focus'));
  const anchor = { focus } as unknown as HTMLElement;
  return { anchor, focus };
}

describe('FootnoteCards', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('opens a card at once when its sign is pressed, and keeps it when the pointer leaves', () => {
    const cards = new FootnoteCards();
    const { anchor } = anchorOf(cards, 5);
    cards.ask(5, anchor, 'press');
    cards.leave();
    vi.advanceTimersByTime(5000);
    expect(cards.read()).toEqual({ at: 5, anchor, isHeld: true });
    cards.ask(5, anchor, 'press');
    expect(cards.read()).toBeNull();
  });

  it('opens a card when the pointer rests, not when it passes', () => {
    const cards = new FootnoteCards();
    const { anchor } = anchorOf(cards, 5);
    cards.ask(5, anchor, 'pointer');
    vi.advanceTimersByTime(100);
    cards.leave();
    vi.advanceTimersByTime(5000);
    expect(cards.read()).toBeNull();
    cards.ask(5, anchor, 'pointer');
    vi.advanceTimersByTime(1000);
    expect(cards.read()?.isHeld).toBe(false);
  });

  it('lets the pointer cross over to the card, and closes it when the pointer has left both', () => {
    const cards = new FootnoteCards();
    const { anchor } = anchorOf(cards, 5);
    cards.ask(5, anchor, 'pointer');
    vi.advanceTimersByTime(1000);
    cards.leave();
    vi.advanceTimersByTime(100);
    cards.enter();
    vi.advanceTimersByTime(5000);
    expect(cards.read()).not.toBeNull();
    cards.leave();
    vi.advanceTimersByTime(5000);
    expect(cards.read()).toBeNull();
  });

  it('gives the focus back to the sign without opening the card again', () => {
    const cards = new FootnoteCards();
    const { anchor, focus } = anchorOf(cards, 5);
    cards.ask(5, anchor, 'press');
    cards.close(true);
    expect(focus).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(5000);
    expect(cards.read()).toBeNull();
  });

  it('does not replace a card that is held by one over which the pointer rests', () => {
    const cards = new FootnoteCards();
    const { anchor } = anchorOf(cards, 5);
    cards.ask(5, anchor, 'press');
    cards.ask(9, anchorOf(cards, 9).anchor, 'pointer');
    vi.advanceTimersByTime(5000);
    expect(cards.read()?.at).toBe(5);
  });
});
