import type { Page } from '@playwright/test';

/** Where the words of a text begin, in px from the edge of their block at which their script begins. */
export interface Beginning {
  /** Distance from the edge of the block's content to the first word, px. */
  readonly gap: number;
  /** True when the first word is visible and an ellipsis has cut nothing of it. */
  readonly isWhole: boolean;
}

/**
 * Measures the first line of a text: how far it begins from the edge at which its script begins, which is the right one
 * for Arabic.
 *
 * @param within  selector of its container; the first one that contains the words is measured
 * @returns `null` until the text is there
 */
export function measureBeginning(
  page: Page,
  within: string,
  words: string,
  side: 'left' | 'right' = 'right',
): Promise<Beginning | null> {
  return page.evaluate(
    ([selector = '', wanted = '', edge = '']) => {
      const holder = [...document.querySelectorAll<HTMLElement>(selector)].find((each) =>
        each.textContent?.includes(wanted),
      );
      if (!holder) return null;
      const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
      let node = null;
      for (let next = walker.nextNode(); next && !node; next = walker.nextNode())
        if (next.textContent?.includes(wanted)) node = next;
      if (!node?.parentElement) return null;
      let block = node.parentElement;
      while (getComputedStyle(block).display.startsWith('inline') && block.parentElement)
        block = block.parentElement;
      const style = getComputedStyle(block);
      const box = block.getBoundingClientRect();
      const left = box.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
      const right = box.right - parseFloat(style.borderRightWidth) - parseFloat(style.paddingRight);
      const range = document.createRange();
      const start = node.textContent?.indexOf(wanted) ?? 0;
      range.setStart(node, start);
      range.setEnd(node, start + (/^\S+/.exec(wanted)?.[0].length ?? 1));
      const [word] = range.getClientRects();
      if (!word) return null;
      return {
        gap: Math.round(edge === 'right' ? right - word.right : word.left - left),
        isWhole: word.left >= box.left - 1 && word.right <= box.right + 1,
      };
    },
    [within, words, side],
  );
}

/** Returns the edge of the first such element, px from the left of the window. */
export function edgeOf(page: Page, selector: string, side: 'left' | 'right'): Promise<number> {
  return page.evaluate(
    ([wanted = '', edge = '']) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      return Math.round((edge === 'right' ? box?.right : box?.left) ?? Number.NaN);
    },
    [selector, side],
  );
}
