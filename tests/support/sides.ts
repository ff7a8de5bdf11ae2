import type { Page } from '@playwright/test';

/** Where the words stand that a reader looks for, px from the edge of their block where lines of their script begin. */
export interface Beginning {
  /** From the edge of the block's content to the first word. */
  readonly gap: number;
  /** The first word is in sight: an ellipsis has cut nothing of it. */
  readonly isWhole: boolean;
}

/**
 * Measures the first line of a text: how far it begins from the edge of its block where its script begins, the right one
 * for Arabic.
 *
 * @param within  selector of what holds it; the first that holds the words is measured
 * @returns `null` while it is not there
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

/** The edge of the first element that is there, px from the left of the window. */
export function edgeOf(page: Page, selector: string, side: 'left' | 'right'): Promise<number> {
  return page.evaluate(
    ([wanted = '', edge = '']) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      return Math.round((edge === 'right' ? box?.right : box?.left) ?? Number.NaN);
    },
    [selector, side],
  );
}
