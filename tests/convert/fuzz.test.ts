import { describe, expect, it } from 'vitest';
import { readDocument } from '#main/convert/read-document.ts';
import { countProcessorMs, processorMs } from '#main/testing/processor-time.ts';
import { makeMutant } from './mutants.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';
import { SAMPLE_FORMATS, type SampleFormat } from './sample-formats.ts';

/** Files of every format; `npm run fuzz:import` takes a thousand, in a process that may be killed. */
const COUNT = 40;
/** A damaged page of text may take no longer than so many whole ones. */
const MOST_TIMES = 500;
/** A whole one takes at least so long, ms of the processor: less is lost in what the machine does beside. */
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

/** The longest that a whole file of the format takes, ms of the processor. */
async function timeOfWhole({ ending, write }: SampleFormat): Promise<number> {
  let most = NOISE_MS;
  for (const [number, article] of [SAMPLE_ARTICLES[0]!, ...SAMPLE_ARTICLES].entries()) {
    const bytes = await write(article);
    const ms = await processorMs(() => readDocument(bytes, `whole.${ending}`));
    // The first also loads its parser.
    if (number > 0) most = Math.max(most, ms);
  }
  return most;
}
