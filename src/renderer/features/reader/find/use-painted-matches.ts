import { useEffect, useMemo } from 'react';
import type { Place } from '#shared/domain/search-result.ts';
import { rangeInElement, rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { stretchAt } from '../text/stretches/cut-stretches.ts';

const ALL_FOUND = 'find';
const CURRENT = 'find-now';

export interface FoundPlaces {
  readonly places: readonly Place[];
  /** The one that one is at. */
  readonly current: Place | undefined;
}

/** Marks the places found near the window, and the current one in a colour of its own. */
export function usePaintedPlaces(
  page: OpenPage,
  { places, current }: FoundPlaces,
  near: ReadonlySet<number>,
): void {
  const byStretch = useMemo(() => {
    const all = new Map<number, Place[]>();
    for (const place of places) {
      const at = stretchOf(page, place);
      const before = all.get(at);
      if (before) before.push(place);
      else all.set(at, [place]);
    }
    return all;
  }, [page, places]);

  useEffect(() => {
    const body = page.body.current;
    if (!body || places.length === 0) return undefined;
    const shown = [TITLE, ...near].flatMap((index) => byStretch.get(index) ?? []);
    const isCurrent = (place: Place): boolean => place === current;
    const rangesOf = (some: readonly Place[]): Range[] =>
      some.flatMap((place) => rangeOfPlace(body, page, place) ?? []);
    paint(ALL_FOUND, rangesOf(shown.filter((place) => !isCurrent(place))), 50);
    paint(CURRENT, rangesOf(shown.filter(isCurrent)), 60);
    return () => {
      CSS.highlights.delete(ALL_FOUND);
      CSS.highlights.delete(CURRENT);
    };
  }, [page, places, byStretch, current, near]);
}

/** The range of a place found, in the text or in the title; `null` when its words are not in the page. */
export function rangeOfPlace(body: HTMLElement, page: OpenPage, place: Place): Range | null {
  if (place.field === 'text') return rangeOfSpan(body, page.places, place);
  const title = body.querySelector('h1');
  return title && rangeInElement(title, place);
}

/** Where places in the title are kept among those of the stretches. */
const TITLE = -1;

const stretchOf = ({ stretches }: OpenPage, { field, start }: Place): number =>
  field === 'text' ? stretchAt(stretches, start) : TITLE;

function paint(name: string, ranges: readonly Range[], priority: number): void {
  const painted = new Highlight(...ranges);
  painted.priority = priority;
  CSS.highlights.set(name, painted);
}
