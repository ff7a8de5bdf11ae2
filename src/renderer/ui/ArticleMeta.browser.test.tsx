import { describe, expect, it } from 'vitest';
import { mount } from '#renderer/testing/mount.tsx';
import { anArticleSummary } from '#shared/domain/testing/an-article-summary.ts';
import { ArticleMeta } from './ArticleMeta.tsx';

const article = anArticleSummary('harbour', {
  author: 'سلوى عبد الكريم الحدّاد',
  outlet: 'صحيفة النهر الأسبوعية',
  date: '2014-09-24',
  wordCount: 900,
});
const marks = { highlights: 3, notes: 2 };

/** Returns how much of the first dot of any line is seen, in CSS pixels; 0 when the edge cuts all of them off. */
function dotSeenAtStart(meta: HTMLElement): number {
  const box = meta.getBoundingClientRect();
  const isRtl = getComputedStyle(meta).direction === 'rtl';
  const starts = [...meta.querySelectorAll('span')].flatMap((part) => {
    const dot = getComputedStyle(part, '::before');
    if (dot.content === 'none') return [];
    const at = part.getBoundingClientRect();
    const widthPx = Number.parseFloat(dot.inlineSize);
    const endsPx = isRtl ? box.right - (at.right - widthPx) : at.left + widthPx - box.left;
    return [{ line: at.bottom, endsPx }];
  });
  const firsts = new Map(starts.toReversed().map(({ line, endsPx }) => [line, endsPx]));
  return Math.max(...firsts.values());
}

describe('ArticleMeta', () => {
  it.each([160, 220, 300, 420, 900])(
    'begins no line with a dot and leaves none at its end, %i pixels wide',
    (width) => {
      mount(
        <div style={{ inlineSize: width }}>
          <ArticleMeta article={article} marks={marks as never} />
        </div>,
      );
      const meta = document.querySelector<HTMLElement>('[data-meta]');
      if (!meta) throw new Error('not drawn');

      // Each dot belongs to the part after it, so none can stand at the end of a line.
      expect(meta.textContent).not.toContain('·');
      expect(dotSeenAtStart(meta)).toBeLessThan(0.5);
      expect(getComputedStyle(meta).clipPath).toContain('inset');
    },
  );
});
