import { useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { mountHook } from '#renderer/testing/mount.tsx';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { ReaderSession } from '../session/session.ts';
import { NOTHING_IN_SIGHT, type OpenPage, type Sight } from '../text/page.ts';
import { useHighlightInSight } from './use-highlight-in-sight.ts';

const FAR = 'far' as AnnotationId;

/** The second stretch is at the reading position after a jump to `JUMP_PX`. */
const [STRETCH_PX, JUMP_PX] = [5000, 5000];

let scroller: HTMLDivElement | undefined;
afterEach(() => scroller?.remove());

/** A text of two long stretches in a small window, of which nothing is measured yet. */
function aPage() {
  scroller = document.createElement('div');
  scroller.style.cssText = 'block-size: 400px; overflow: auto; position: relative';
  const body = scroller.appendChild(document.createElement('article'));
  for (const index of [0, 1]) {
    const stretch = body.appendChild(document.createElement('div'));
    stretch.dataset['stretch'] = String(index);
    stretch.style.blockSize = `${STRETCH_PX}px`;
  }
  document.body.append(scroller);
  const session = new ReaderSession({
    find: { text: '', matching: 'close', startOffset: 0 },
    firstBlock: 'b0',
    progress: 0,
    offset: 0,
    panel: { open: true, tab: 'highlights', decided: true },
  });
  const sight = { current: NOTHING_IN_SIGHT };
  const parts = { session, body, sight, scroller };
  const hook = mountHook(useFollowed, parts);
  return { ...parts, ...hook };
}

function useFollowed(parts: {
  session: ReaderSession;
  body: HTMLElement;
  scroller: HTMLDivElement;
  sight: { current: Sight };
}): () => void {
  const page: Partial<OpenPage> = {
    scroller: useRef(parts.scroller),
    body: useRef(parts.body),
    sight: parts.sight,
  };
  return useHighlightInSight(parts.session, page as OpenPage);
}

const measured: Sight = {
  ...NOTHING_IN_SIGHT,
  near: new Set([1]),
  layouts: new Map([[1, { tops: new Map([[FAR, 150]]) }]]),
};

it('finds the highlight at the end of a jump when the text there is measured after the last scroll', async () => {
  const page = aPage();
  let looks = 0;
  page.session.subscribe(() => (looks += 1));
  page.scroller.scrollTop = JUMP_PX;
  // The scroll was seen, and no later scroll follows.
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(page.session.state.followedId).toBeNull();

  page.sight.current = measured;
  page.value()();

  expect(page.session.state.followedId).toBe(FAR);
  expect(looks).toBe(1);
});

it('follows no highlight before the reader has scrolled', () => {
  const page = aPage();
  page.sight.current = {
    ...measured,
    near: new Set([0]),
    layouts: new Map([[0, { tops: new Map([[FAR, 150]]) }]]),
  };

  page.value()();

  expect(page.session.state.followedId).toBeNull();
});
