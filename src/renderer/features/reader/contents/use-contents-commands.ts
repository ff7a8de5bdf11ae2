import { useCommands } from '#renderer/commands/registry.ts';
import { afterPaint } from '#renderer/ui/after-paint.ts';
import type { OpenReader } from '../open-reader.ts';
import { indexAt, outlineOf, pagesOf, placeOf } from './place.ts';

/** Handles the commands that lead to a chapter or a printed page. */
export function useContentsCommands({ article, jumpTo, page, panel, session }: OpenReader): void {
  const outline = outlineOf(article);
  const chapterBy = (by: 1 | -1) => {
    const next = () => outline[indexAt(outline, placeOf(session.state, page)) + by];
    return {
      isEnabled: () => next() !== undefined,
      run() {
        const entry = next();
        if (entry) jumpTo(entry.at);
      },
    };
  };
  useCommands({
    'contents.show': {
      isEnabled: () => outline.length > 0,
      run() {
        panel.show('contents');
        afterPaint(focusContents);
      },
    },
    'chapter.next': chapterBy(1),
    'chapter.previous': chapterBy(-1),
    'place.page': {
      isEnabled: () => pagesOf(article).length > 0,
      run: () => session.askPage(true),
    },
  });
}

/** Moves the focus to the entry that Tab would reach. */
const focusContents = (): void =>
  document.querySelector<HTMLElement>('aside [data-row][tabindex="0"]')?.focus();
