import { expect, it } from 'vitest';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { summarize } from '#shared/domain/article.ts';
import { checkArticles } from './check-articles.ts';
import { detailsOfSummary } from './damage.ts';
import type { OwnFiles } from './own-files.ts';
import { anOwnArticle } from './testing/an-own-article.ts';

const TEN_MB = 10 * 1024 * 1024;

const summaries: readonly ArticleSummary[] = Array.from({ length: 40 }, (_, index) =>
  summarize(anOwnArticle([`خبر ${index}`])),
);

/** Returns the same details as the summary, as long as nothing is damaged. */
function readDetails(id: ArticleId): ReturnType<OwnFiles['readDetails']> {
  const summary = summaries.find((each) => each.id === id);
  return summary ? { details: detailsOfSummary(summary), carried: null, isNewer: false } : null;
}

/** Checks articles of 10 MB each. @param read measures one file, in bytes */
async function check(read: (id: ArticleId) => number | null, isStopped = () => false) {
  const doubted: ArticleId[] = [];
  await checkArticles(summaries, {
    files: { readDetails, measureWhole: async (id) => read(id) },
    isStopped,
    onDoubt: (id) => doubted.push(id),
  });
  return doubted;
}

it('reads about 64 MB after one start, and every file after some starts', async () => {
  const ever = new Set<ArticleId>();
  for (let start = 0; start < 400; start += 1) {
    const read: ArticleId[] = [];
    await check((id) => {
      read.push(id);
      return TEN_MB;
    });
    expect(read).toHaveLength(7);
    for (const id of read) ever.add(id);
  }

  expect(ever.size).toBe(summaries.length);
});

it('reads and doubts nothing more when the app has ended during a file', async () => {
  let isEnded = false;
  let read = 0;

  const doubted = await check(
    () => {
      read += 1;
      isEnded = read === 3;
      return null;
    },
    () => isEnded,
  );

  expect([read, doubted.length]).toEqual([3, 2]);
});

it('reads nothing when the app has ended before', async () => {
  let read = 0;

  await check(
    () => (read += 1),
    () => true,
  );

  expect(read).toBe(0);
});
