import { type Page, expect } from '@playwright/test';

/** The search page as a person uses it. */
export class SearchPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<SearchPage> {
    await page.getByRole('navigation').getByRole('link', { name: 'البحث' }).click();
    const search = new SearchPage(page);
    await expect(search.field()).toBeFocused();
    return search;
  }

  static async search(page: Page, text: string): Promise<SearchPage> {
    const search = await SearchPage.open(page);
    await search.field().fill(text);
    await search.field().press('Enter');
    return search;
  }

  field() {
    return this.page.getByRole('searchbox', { name: 'نص البحث' });
  }

  /** Returns the sorted ids of the found articles. */
  async articleIds(): Promise<string[]> {
    const addresses = await this.page
      .getByRole('main')
      .locator('h2 a, h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const ids = addresses.map((address) => /article\/([^?]+)/.exec(address)?.[1] ?? '');
    return [...new Set(ids)].sort();
  }

  /** Returns what is marked in titles and snippets. */
  markedTexts(): Promise<string[]> {
    return this.page.getByRole('main').locator('mark').allTextContents();
  }

  /** Returns the forms of words that the results give as reasons. */
  async forms(): Promise<string[]> {
    const rows = await this.page
      .locator('[data-form]')
      .evaluateAll((tags) => tags.map((tag) => tag.getAttribute('data-form') ?? ''));
    return [...new Set(rows)];
  }

  async openFirst(): Promise<void> {
    await this.page.getByRole('main').locator('h2 a, h3 a').first().click();
    await expect(this.page.locator('article [data-block="b1"]')).toBeVisible();
  }
}
