import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import type { FootnoteCards, OpenFootnote } from './footnote-cards.ts';

interface ClosingCard {
  readonly card: RefObject<HTMLElement | null>;
  readonly open: OpenFootnote;
  readonly footnotes: FootnoteCards;
  /** The element that scrolls the text. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/**
 * Moves the focus into a card that was pressed, and closes the card after a press elsewhere, when its reference has
 * scrolled away, and when Tab leaves it. Escape is a command of the reader.
 *
 * @returns what handles the keys that are pressed in the card
 */
export function useCardClosing({ card, open, footnotes, scroller }: ClosingCard) {
  const { anchor, isHeld } = open;
  useEffect(() => {
    const element = card.current;
    if (isHeld && element && !element.contains(document.activeElement))
      element.focus({ preventScroll: true });
  }, [card, isHeld]);

  useEffect(() => {
    const handleDown = ({ target }: PointerEvent): void => {
      const isInside =
        target instanceof Node && (card.current?.contains(target) || anchor.contains(target));
      if (!isInside) footnotes.close();
    };
    const handleScroll = (): void => {
      const frame = scroller.current?.getBoundingClientRect();
      const { top, bottom } = anchor.getBoundingClientRect();
      if (frame && (bottom < frame.top || top > frame.bottom)) footnotes.close();
    };
    document.addEventListener('pointerdown', handleDown);
    const scrolled = scroller.current;
    scrolled?.addEventListener('scroll', handleScroll, { passive: true });
    return () => {
      document.removeEventListener('pointerdown', handleDown);
      scrolled?.removeEventListener('scroll', handleScroll);
    };
  }, [card, anchor, footnotes, scroller]);

  return (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || !card.current) return;
    const stops = [...card.current.querySelectorAll<HTMLElement>('button, [tabindex="0"]')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const leaves = event.shiftKey ? at <= 0 : at === stops.length - 1;
    // The focus goes back to the reference first, so that Tab continues from there.
    if (leaves) footnotes.close(true);
  };
}
