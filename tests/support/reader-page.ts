import { type Page, expect } from '@playwright/test';
import type { ArticleMarks } from '../../src/shared/domain/anchored-marks.ts';

/** Waits in the page until the fonts are loaded and the text has not moved for some frames. */
async function settled(): Promise<void> {
  const faces = ['400 21px "Noto Naskh"', '700 21px "Noto Naskh"', '400 14px "Plex Arabic"'];
  await Promise.all(faces.map((face) => document.fonts.load(face, 'ع 1')));
  await document.fonts.ready;
  const place = (): string => {
    const rect = document.querySelector('article [data-block="b2"]')?.getBoundingClientRect();
    return JSON.stringify(rect);
  };
  let still = 0;
  for (let last = place(); still < 10;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = place();
    still = now === last ? still + 1 : 0;
    last = now;
  }
}

/** The reader as a person uses it, by what is written on the screen. */
export class ReaderPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens an article from the library with a click on its title. */
  static async open(page: Page, title: RegExp): Promise<ReaderPage> {
    await page.getByRole('link', { name: title }).first().click();
    return ReaderPage.opened(page);
  }

  /** Opens the first article of the list with the keyboard. */
  static async openByKeyboard(page: Page): Promise<ReaderPage> {
    await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
    await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('Enter');
    return ReaderPage.opened(page);
  }

  /** Returns the article that is already open, in any language of the interface. */
  static async opened(page: Page): Promise<ReaderPage> {
    await expect(page.locator('article [data-block="b1"]')).toBeVisible();
    await page.evaluate(settled);
    return new ReaderPage(page);
  }

  /** Selects the first occurrence of a text with the mouse; returns the text. */
  async selectText(text: string): Promise<string> {
    await this.page.evaluate(settled);
    const ends = await this.page.evaluate((wanted) => {
      const article = document.querySelector('article');
      if (!article) throw new Error('no article');
      for (const block of article.querySelectorAll('[data-block]')) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          block.scrollIntoView({ block: 'center' });
          // The rectangles of a range come run by run, so its ends are measured separately.
          const rectOf = (offset: number) => {
            const range = document.createRange();
            range.setStart(node, offset);
            range.setEnd(node, offset + 1);
            return range.getBoundingClientRect();
          };
          const first = rectOf(at);
          const last = rectOf(at + wanted.length - 1);
          return {
            from: { x: first.right - 1, y: first.top + first.height / 2 },
            to: { x: last.left + 1, y: last.top + last.height / 2 },
          };
        }
      }
      throw new Error(`not in the article: ${wanted}`);
    }, text);
    await this.drag(ends);
    return text;
  }

  /** Selects with the mouse from inside one paragraph to inside another (block numbers). */
  async selectAcross(fromBlock: number, toBlock: number): Promise<void> {
    await this.page.evaluate(settled);
    const ends = await this.page.evaluate(
      ([from, to]) => {
        const rectOf = (block: number | undefined) => {
          const element = document.querySelector(`article [data-block="b${block}"]`);
          if (!element) throw new Error('no such block');
          if (block === from) element.scrollIntoView({ block: 'center' });
          const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
          if (!text) throw new Error('no text');
          const range = document.createRange();
          range.setStart(text, block === from ? 0 : 20);
          range.setEnd(text, block === from ? 1 : 21);
          return range.getBoundingClientRect();
        };
        const first = rectOf(from);
        const last = rectOf(to);
        return {
          from: { x: first.right - 1, y: first.top + first.height / 2 },
          to: { x: last.left, y: last.top + last.height / 2 },
        };
      },
      [fromBlock, toBlock],
    );
    await this.drag(ends);
  }

  private async drag({ from, to }: Record<'from' | 'to', { x: number; y: number }>): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    // The page handles pointer moves once per frame, so the button is released only when the selection has come this far.
    await expect
      .poll(async () => {
        await mouse.move(to.x + 2, to.y);
        await mouse.move(to.x, to.y);
        return this.page.evaluate(({ x, y }) => {
          const selection = document.getSelection();
          const reached = document.caretRangeFromPoint(x, y);
          const focus = selection?.focusNode;
          if (!reached || !focus || selection.isCollapsed)
            return `nothing selected at ${x}, ${y}: ${document.elementFromPoint(x, y)?.outerHTML.slice(0, 200)}`;
          // At the end of a text node, both sides of the edge are the same position.
          const between = document.createRange();
          between.setStart(focus, selection.focusOffset);
          if (between.comparePoint(reached.startContainer, reached.startOffset) < 0)
            between.setStart(reached.startContainer, reached.startOffset);
          else between.setEnd(reached.startContainer, reached.startOffset);
          const missing = between.toString();
          return missing.length <= 1 ? 'reached' : `«${missing}» is missing`;
        }, to);
      })
      .toBe('reached');
    await mouse.up();
    await expect(this.toolbar()).toBeVisible();
  }

  /** Selects some words from the current paragraph on in the selection mode. */
  async selectByKeyboard({ words }: { words: number }): Promise<void> {
    await this.page.keyboard.press('KeyV');
    for (let word = 0; word < words; word += 1) await this.page.keyboard.press('ArrowLeft');
    await this.page.keyboard.press('Enter');
    await expect(this.toolbar()).toBeVisible();
  }

  toolbar() {
    return this.page.getByRole('toolbar', { name: /^(?:أدوات النص المحدَّد|Selected text tools)$/ });
  }

  async chooseMeaning(name: string): Promise<void> {
    const before = (await this.marks()).annotations.length;
    await this.toolbar().getByRole('button', { name }).click();
    await expect.poll(async () => (await this.marks()).annotations.length).toBe(before + 1);
    // The toolbar hides then, so that later keys do not act on these words.
    await expect(this.toolbar()).toBeHidden();
  }

  /** Returns the field of the requested note, which receives the typed letters. */
  async noteField() {
    const field = this.page.getByRole('textbox', { name: /ملاحظ/ });
    await expect(field).toBeFocused();
    return field;
  }

  /** Writes a note on the newest highlight. */
  async writeNote(text: string): Promise<void> {
    await this.page.keyboard.press('KeyE');
    await (await this.noteField()).fill(text);
    await expect.poll(async () => (await this.marks()).annotations[0]?.note).toBe(text);
    await this.page.keyboard.press('Control+Enter');
  }

  async toggleBookmark(): Promise<void> {
    await this.page.getByRole('button', { name: 'إشارة مرجعية', exact: true }).first().click();
    await expect.poll(async () => (await this.marks()).bookmarks.length).toBe(1);
  }

  /** Returns the marks that the main process has of the open article. */
  async marks(): Promise<ArticleMarks> {
    return this.page.evaluate(async () => {
      const articleId = /^#\/article\/([^?]+)/.exec(location.hash)?.[1];
      const answer = await window.bridge.invoke('marks/get', { articleId });
      return (answer as { value: ArticleMarks }).value;
    });
  }

  /** Returns the texts that one CSS highlight paints, in order. */
  async paintedTexts(name: string): Promise<string[]> {
    return this.page.evaluate((key) => {
      const painted = CSS.highlights.get(key);
      return painted ? [...painted].map((range) => range.toString()) : [];
    }, name);
  }
}
