/**
 * Measures a very long article in the real window: the time from the click on its title to the frame with its text and to
 * the one with its highlights, the gaps between frames while the wheel scrolls through all of it, and the memory of the
 * processes. For comparison it measures the gaps of an idle window, and of an empty page of the same size that is
 * scrolled in the same way.
 *
 *   npm run bench:reader [-- --bytes 1048576] [-- --highlights 5000] [-- --rounds 5] [-- --json]
 *
 * Run `npm run build` first.
 */
import { join } from 'node:path';
import { writeMarks } from '../../../tests/material/write-marks.ts';
import { copyApp } from '../../../tests/material/generated-app.ts';
import { makeHighlights, makeLargeArticle } from '../../../tests/material/large-article.ts';
import { measureOpening, measureScrolling, measureStillness } from './measure-frames.ts';
import type { OpenOptions, OpenedApp } from '../../dev/open-app.ts';
import { readOptions } from '../../dev/options.mjs';
import { benchWindow, readMemory } from '../bench-window.ts';
import { summarize } from '../figures.ts';

/** Longest time from the click to the frame with the text, ms. */
const FIRST_PAINT_TARGET_MS = 300;
/** Longest gap between two frames during scrolling, 95th percentile, ms. */
const GAP_TARGET_MS = 50;

const { values } = readOptions('bench:reader', {
  bytes: { type: 'string', default: '1048576', help: 'size of the article' },
  highlights: { type: 'string', default: '5000', help: 'highlights in it' },
  rounds: { type: 'string', default: '5', help: 'how often it is opened' },
  json: { type: 'boolean', default: false, help: 'prints one line of JSON' },
});
const article = makeLargeArticle(Number(values.bytes));
const annotations = makeHighlights(article, Number(values.highlights));
await benchWindow(prepare, measure, values.json);

async function prepare(folder: string): Promise<OpenOptions> {
  const dataFolder = join(folder, 'data');
  writeMarks(dataFolder, [{ articleId: article.id, annotations }]);
  const appFolder = await copyApp(folder, [article]);
  return { appFolder, dataFolder };
}

async function measure({ electron, page }: OpenedApp) {
  const before = await readMemory(electron);
  const opened = [];
  for (let round = 0; round < Number(values.rounds); round += 1)
    opened.push(await measureOpening(page, article.title));
  const still = await measureStillness(page);
  const empty = await measureScrolling(page, 'empty');
  const text = await measureScrolling(page, 'text');
  return {
    articleBytes: article.blocks.reduce((sum, block) => sum + Buffer.byteLength(block.text), 0),
    blocks: article.blocks.length,
    highlights: annotations.length,
    firstPaintMs: {
      ...summarize(opened.map(({ words }) => words)),
      target: FIRST_PAINT_TARGET_MS,
    },
    firstHighlightsMs: summarize(opened.map(({ marks }) => marks)),
    gapsMs: {
      stillWindow: summarize(still),
      emptyPageScrolled: summarize(empty),
      articleScrolled: { ...summarize(text), target: GAP_TARGET_MS },
    },
    memoryMb: { beforeOpening: before, afterScrolling: await readMemory(electron) },
  };
}
