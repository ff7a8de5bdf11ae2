import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { encodeFramed } from '../../src/main/disk/framed-json.ts';
import { marksFileName, storePaths } from '../../src/main/store/paths.ts';
import { articleIdSchema } from '../../src/shared/domain/article.ts';
import { ANNOTATION_FIELDS, annotationId } from '../../src/shared/domain/testing/an-annotation.ts';
import { expect, test } from '../support/app.ts';
import { listenToMain } from '../support/held-main.ts';

const GUIDE = v.parse(articleIdSchema, 'guide');
const AT = '2026-01-02T03:04:05.000Z';

/** Longest hold of the main process, ms. It allows for a slow machine; the slow regular expression caused 12 s. */
const HELD_MS = 500;

const mark = (number: number, exact: string) => ({
  ...ANNOTATION_FIELDS,
  id: annotationId(number),
  articleId: GUIDE,
  span: { start: 0, end: exact.length },
  contentHash: 'f'.repeat(64),
  quote: { exact, prefix: '', suffix: '' },
  note: `ملاحظة ${number}`,
});

async function store(dataFolder: string, annotations: readonly unknown[]): Promise<void> {
  const { marks } = storePaths(dataFolder);
  await mkdir(marks, { recursive: true });
  const data = { articleId: GUIDE, annotations, bookmarks: [], reading: null, shelf: null };
  const body = encodeFramed({ schemaVersion: 2, revision: 1, savedAt: AT, data });
  await writeFile(join(marks, `${marksFileName(GUIDE)}.json`), body);
}

test('marks with passages that were made to be slow do not block the app', async ({
  start,
}, info) => {
  const app = await start();
  const opening = await app.page.evaluate(async () => {
    const got = await window.bridge.invoke('library/get', { articleId: 'guide' });
    const answer = (typeof got === 'string' ? JSON.parse(got) : got) as {
      value: { blocks: { text: string }[] };
    };
    return answer.value.blocks.map(({ text }) => text);
  });
  await app.quit();
  const words = (opening[1] ?? '').split(' ');
  const length = opening.join('\n').length;
  // The passage is as long as a searched one may be: signs between words of the text.
  const signs = `${words.slice(0, 8).join(' ')}${'.'.repeat(length)} ${words.slice(8, 16).join(' ')}`;
  const { dataFolder } = app;
  await store(dataFolder, [
    mark(1, signs),
    mark(2, `${words[0]}${'.'.repeat(2_000_000)}${words[1]}`),
    mark(3, words.slice(0, 10).join(' ')),
  ]);

  const again = await start({ dataFolder });
  // The start has work of its own, whatever is marked.
  await expect(again.page.locator('html[data-library=listed]')).toBeAttached();
  const longestHold = await listenToMain(again.electron);
  await again.page.evaluate(() => {
    location.hash = '#/article/guide';
  });
  await expect(again.page.getByText('ملاحظة 3')).toBeVisible();
  await expect(again.page.getByText(/لا يعرض هذا الإصدار تمييزًا أو إشارة مرجعية/)).toBeVisible();
  await again.page.evaluate(() => {
    location.hash = '#/annotations';
  });
  await expect(again.page.getByText('ملاحظة 3')).toBeVisible();
  await expect(again.page.getByText('ملاحظة 1')).toBeVisible();

  const heldMs = await longestHold();
  info.annotations.push({ type: 'main process held', description: `${heldMs.toFixed(0)} ms` });
  process.stdout.write(`main process held for ${heldMs.toFixed(0)} ms at most\n`);
  expect(heldMs).toBeLessThan(HELD_MS);
});
