import { describe, expect, it } from 'vitest';
import { readDocument } from '#main/import/read-document.ts';
import { makeMutant } from './mutants.ts';
import { seededRandom } from './mutate.ts';
import { SAMPLE_FORMATS } from './sample-formats.ts';

/** Files of every format; `npm run fuzz:import` takes a thousand, in a process that may be killed. */
const COUNT = 40;
/** Longest that a damaged page of text may take, ms; a first file also loads its parser. */
const MAX_MS = 5000;

describe('a damaged file', () => {
  it.each(SAMPLE_FORMATS)('of $format becomes an article or a code, at once', async (format) => {
    const random = seededRandom(20_261_122);
    for (let number = 0; number < COUNT; number += 1) {
      const bytes = await makeMutant(format, random);
      const before = performance.now();

      const outcome = await readDocument(bytes, `mutant.${format.ending}`);

      expect(performance.now() - before, `mutant ${number}`).toBeLessThan(MAX_MS);
      if (outcome.ok) expect(outcome.value.blocks.length).toBeGreaterThan(0);
      else expect(outcome.error.code).toMatch(/^import\/[a-z-]+$/u);
    }
  });
});
