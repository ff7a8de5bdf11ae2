import type { Page } from '@playwright/test';

/** Makes a highlight on the first occurrence of a text, as the window would. */
export async function saveHighlight(
  page: Page,
  articleId: string,
  highlight: { text: string; meaning?: string; note?: string; tags?: string[] },
): Promise<void> {
  await page.evaluate(
    async ({ id, text, meaning = 'fact', note = '', tags = [] }) => {
      const { invoke } = window.bridge;
      const article = (await invoke('library/get', { articleId: id })) as {
        value: { blocks: { text: string }[] };
      };
      const start = article.value.blocks
        .map((block) => block.text)
        .join('\n')
        .indexOf(text);
      if (start < 0) throw new Error(`not in the article: ${text}`);
      const span = { start, end: start + text.length };
      const draft = { id: crypto.randomUUID(), articleId: id, meaning, span, note, tags };
      const saved = (await invoke('annotations/save', draft)) as { ok: boolean };
      if (!saved.ok) throw new Error(JSON.stringify(saved));
    },
    { id: articleId, ...highlight },
  );
}
