import { useEffect, useMemo } from 'react';
import type { Match } from '#shared/domain/search-result.ts';
import { rangeInElement, rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { stretchAt } from '../text/stretches/cut-stretches.ts';

const ALL_FOUND = 'find';
const CURRENT = 'find-now';

export interface FoundMatches {
  readonly matches: readonly Match[];
  readonly current: Match | undefined;
}

/** Marks the matches near the window, and the current one in another colour. */
export function usePaintedMatches(
  page: OpenPage,
  { matches, current }: FoundMatches,
  near: ReadonlySet<number>,
): void {
  const byStretch = useMemo(() => {
    const all = new Map<number, Match[]>();
    for (const match of matches) {
      const at = stretchOf(page, match);
      const before = all.get(at);
      if (before) before.push(match);
      else all.set(at, [match]);
    }
    return all;
  }, [page, matches]);

  useEffect(() => {
    const body = page.body.current;
    if (!body || matches.length === 0) return undefined;
    const shown = [TITLE, ...near].flatMap((index) => byStretch.get(index) ?? []);
    const isCurrent = (match: Match): boolean => match === current;
    const rangesOf = (some: readonly Match[]): Range[] =>
      some.flatMap((match) => rangeOfMatch(body, page, match) ?? []);
    paint(ALL_FOUND, rangesOf(shown.filter((match) => !isCurrent(match))), 50);
    paint(CURRENT, rangesOf(shown.filter(isCurrent)), 60);
    return () => {
      CSS.highlights.delete(ALL_FOUND);
      CSS.highlights.delete(CURRENT);
    };
  }, [page, matches, byStretch, current, near]);
}

/** Returns the range of a match in the text or in the title; `null` when its words are not in the page. */
export function rangeOfMatch(body: HTMLElement, page: OpenPage, match: Match): Range | null {
  if (match.field === 'text') return rangeOfSpan(body, page.blockSpans, match);
  const title = body.querySelector('h1');
  return title && rangeInElement(title, match);
}

/** The key of matches in the title among those of the stretches. */
const TITLE = -1;

const stretchOf = ({ stretches }: OpenPage, { field, start }: Match): number =>
  field === 'text' ? stretchAt(stretches, start) : TITLE;

function paint(name: string, ranges: readonly Range[], priority: number): void {
  const painted = new Highlight(...ranges);
  painted.priority = priority;
  CSS.highlights.set(name, painted);
}
