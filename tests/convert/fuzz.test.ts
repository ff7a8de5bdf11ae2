import { describe, expect, it } from 'vitest';
import { readDocument } from '#main/convert/read-document.ts';
import { countProcessorMs, processorMs } from '#main/testing/processor-time.ts';
import { makeMutant } from './mutants.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';
import { SAMPLE_FORMATS, type SampleFormat } from './sample-formats.ts';

/** How many files of every format are tried. `npm run fuzz:import` takes a thousand, in a process that may be killed. */
const COUNT = 40;
/** How many times longer than a whole page of text a damaged one may take. */
const MOST_TIMES = 500;
/** Least time counted for a whole file, ms of processor time, because shorter times are dominated by other work. */
const NOISE_MS = 2;

describe('a damaged file', () => {
  it.each(SAMPLE_FORMATS)('of $format becomes an article or a code, at once', async (format) => {
    const random = seededRandom(20_261_122);
    const limitMs = MOST_TIMES * (await timeOfWhole(format));
    for (let number = 0; number < COUNT; number += 1) {
      const bytes = await makeMutant(format, random);
      const spent = countProcessorMs();

      const outcome = await readDocument(bytes, `mutant.${format.ending}`);

      expect(spent(), `mutant ${number}`).toBeLessThan(limitMs);
      if (outcome.ok) expect(outcome.value.blocks.length).toBeGreaterThan(0);
      else expect(outcome.error.code).toMatch(/^import\/[a-z-]+$/u);
    }
  });
});

/** Returns the longest time for a whole file of the format, ms of processor time. */
async function timeOfWhole({ ending, write }: SampleFormat): Promise<number> {
  let most = NOISE_MS;
  for (const [number, article] of [SAMPLE_ARTICLES[0]!, ...SAMPLE_ARTICLES].entries()) {
    const bytes = await write(article);
    const ms = await processorMs(() => readDocument(bytes, `whole.${ending}`));
    // The first file also loads its parser, so it does not count.
    if (number > 0) most = Math.max(most, ms);
  }
  return most;
}
