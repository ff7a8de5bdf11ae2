import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocate } from '#renderer/bridge/search-queries.ts';
import type { Route } from '#renderer/routes/route.ts';
import { useLasting } from '#renderer/ui/use-lasting.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Dial } from '#shared/domain/search.ts';
import type { Place } from '#shared/domain/search-result.ts';
import { firstVisibleOffset } from '../position/first-visible.ts';
import type { OpenPage } from '../text/page.ts';
import { type FoundPlaces, rangeOfPlace } from './use-painted-matches.ts';
import type { Viewport } from '../position/use-viewport.ts';

export interface Find {
  readonly open: boolean;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly dial: Dial;
  readonly setDial: (dial: Dial) => void;
  readonly toggle: () => void;
  /** Opens the bar and asks for the focus. */
  readonly openBar: () => void;
  /** Changes when the field is to take the focus; 0 until then. */
  readonly focusAsked: number;
  readonly close: () => void;
  readonly step: (by: 1 | -1) => void;
  /** Places found; `null` while the text is empty, or nothing is known of it yet. */
  readonly count: number | null;
  /** No answer for the text for so long that the reader is told. */
  readonly searching: boolean;
  /** 0-based number of the current place. */
  readonly index: number;
  /** What is marked in the text. */
  readonly found: FoundPlaces;
}

interface FindOptions {
  readonly articleId: ArticleId;
  readonly route: Extract<Route, { page: 'article' }>;
  readonly page: OpenPage;
  readonly viewport: Viewport;
  /** Called when the bar comes, so that nothing lies over it. */
  readonly onOpen: () => void;
}

/** Longest time without an answer that needs no word, ms. */
const QUIET_MS = 300;

const NO_PLACES: readonly Place[] = [];

/** Finds in the open article with the library's engine, and marks what it finds. */
export function useFind({ articleId, route, page, viewport, ...options }: FindOptions): Find {
  const onOpen = useRef(options.onOpen);
  onOpen.current = options.onOpen;
  const [open, setOpen] = useState(route.find !== '');
  const [text, setText] = useState(route.find);
  const [dial, setDial] = useState(route.dial);
  const [index, setIndex] = useState(0);
  const [focusAsked, setFocusAsked] = useState(0);
  // Closing the bar takes the marks away, not the places: F3 goes on from the last one.
  const [painted, setPainted] = useState(open);
  const { data, isPlaceholderData } = useLocate(articleId, text, dial);
  const hasText = text.trim() !== '';
  const places = hasText && data ? data : NO_PLACES;
  const settled = hasText && data !== undefined && !isPlaceholderData;

  const searching = useLasting(hasText && !settled, QUIET_MS);

  // A passage that the address names without a text is shown for a moment.
  useEffect(() => {
    if (route.at && route.find === '')
      void document.fonts.ready.then(() => route.at && viewport.jumpTo(route.at));
  }, [route, viewport]);

  // A new list of places: start at the one the address names, or where one was reading.
  const startAt = useRef(route.at?.start ?? 0);
  useEffect(() => {
    if (settled) setIndex(firstFrom(places, startAt.current));
  }, [places, settled]);

  const current = painted ? places[index] : undefined;
  useEffect(() => {
    if (!current) return undefined;
    let stopped = false;
    void document.fonts.ready.then(() => {
      if (stopped || !page.body.current) return;
      if (current.field === 'text') page.sight.current.reach(current.start);
      const range = rangeOfPlace(page.body.current, page, current);
      if (range) viewport.bring(range);
    });
    return () => {
      stopped = true;
    };
  }, [current, page, viewport]);

  const found = useMemo(
    () => ({ places: painted ? places : NO_PLACES, current }),
    [places, painted, current],
  );
  return useMemo(() => {
    const openBar = (): void => {
      if (!open) {
        startAt.current = firstVisibleOffset(page) ?? 0;
        setIndex(firstFrom(places, startAt.current));
      }
      onOpen.current();
      setOpen(true);
      setPainted(true);
      setFocusAsked((times) => times + 1);
    };
    const close = (): void => {
      setOpen(false);
      setPainted(false);
      page.scroller.current?.focus({ preventScroll: true });
    };
    return {
      open,
      text,
      setText,
      dial,
      setDial,
      toggle: () => (open ? close() : openBar()),
      openBar,
      focusAsked,
      close,
      step(by) {
        if (!hasText) return openBar();
        setPainted(true);
        setIndex((at) => (places.length === 0 ? 0 : (at + by + places.length) % places.length));
      },
      searching,
      count: settled || places.length > 0 ? places.length : null,
      index,
      found,
    };
  }, [found, open, text, dial, page, places, hasText, settled, searching, index, focusAsked]);
}

/** The first place at or after an offset of the text; at the beginning, those of the title come first. */
function firstFrom(places: readonly Place[], offset: number): number {
  const next = places.findIndex(({ field, start }) => field === 'text' && start >= offset);
  return offset === 0 ? 0 : Math.max(0, next);
}
