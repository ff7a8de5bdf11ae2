import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Block } from '#shared/domain/block.ts';
import type { SearchEngine, SearchableArticle } from './engine.ts';
import { createSearchEngine } from './lunr-engine.ts';

const ARTICLES = 'resources/articles';
const { questions } = v.parse(
  v.object({
    questions: v.array(v.object({ text: v.string(), article: v.string(), phrase: v.string() })),
  }),
  JSON.parse(readFileSync('tests/fixtures/retrieval/questions.json', 'utf8')),
);

/** Slightly less than the set reached when it was written, to detect a decline. */
const LEAST_MRR = 0.92;
const LEAST_RECALL = 0.98;

describe('questions over the bundled articles', () => {
  let articles: SearchableArticle[] = [];
  let passages: SearchableArticle[] = [];
  let engine: SearchEngine;

  beforeAll(() => {
    articles = readdirSync(ARTICLES)
      .filter((file) => file.endsWith('.md'))
      .map((file) => readSource(readFileSync(`${ARTICLES}/${file}`, 'utf8')));
    passages = articles.flatMap(toPassages);
    engine = createSearchEngine();
    engine.add(passages);
  });

  it('number sixty or more, each with a passage that still exists', () => {
    const gone = questions.filter((question) => passagesOf(question).size === 0);

    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(gone).toEqual([]);
  });

  it('find their passages among the first results', () => {
    let [reciprocal, recalled] = [0, 0];
    for (const question of questions) {
      const wanted = passagesOf(question);
      const { hits } = engine.query(
        { text: question.text, matching: 'close', typing: false },
        { limit: 10 },
      );
      const rank = hits.findIndex((hit) => wanted.has(hit.articleId));
      if (rank >= 0) reciprocal += 1 / (rank + 1);
      if (rank >= 0) recalled += 1;
      else process.stdout.write(`not among the first ten: ${question.text}\n`);
    }
    const mrr = reciprocal / questions.length;
    const recall = recalled / questions.length;
    process.stdout.write(
      `${questions.length} questions: MRR@10 ${mrr.toFixed(3)}, recall@10 ${recall.toFixed(3)}\n`,
    );

    expect(mrr).toBeGreaterThanOrEqual(LEAST_MRR);
    expect(recall).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it('find their articles when whole articles are searched', () => {
    const whole = createSearchEngine();
    whole.add(articles);

    const missed = questions.filter(({ text, article }) => {
      const { hits } = whole.query({ text, matching: 'close', typing: false });
      return !hits.slice(0, 3).some((hit) => hit.articleId === article);
    });

    expect(missed.map(({ text }) => text)).toEqual([]);
  });

  function passagesOf({ article, phrase }: (typeof questions)[number]): Set<string> {
    const found = passages.filter(
      ({ id, blocks }) => id.startsWith(`${article}-p`) && blocks[0]?.text.includes(phrase),
    );
    return new Set(found.map(({ id }) => id));
  }
});

/** Turns each block except headings into a small article of its own. */
function toPassages(article: SearchableArticle): SearchableArticle[] {
  return article.blocks
    .filter((block) => block.kind !== 'heading')
    .map((block, number) => ({
      // A numeric suffix keeps the pattern of ids.
      id: `${article.id}-p${number}` as SearchableArticle['id'],
      title: article.title,
      blocks: [block],
      contentHash: `${article.contentHash}-${number}`,
    }));
}

/** Parses the library's source format as far as this test needs it, because the real parser belongs to another room. */
function readSource(source: string): SearchableArticle {
  const [, frontMatter = '', body = ''] = source.split(/^---$/mu);
  const field = (name: string): string =>
    String(JSON.parse(new RegExp(`^${name}: (".*")$`, 'mu').exec(frontMatter)?.[1] ?? '""'));
  const texts = body.split(/\n{2,}/u).filter((text) => text.trim() !== '');
  const blocks = [field('standfirst'), ...texts].map((text, index): Block => {
    const kind = text.trim().startsWith('## ')
      ? 'heading'
      : index === 0
        ? 'standfirst'
        : 'paragraph';
    return { id: `b${index}`, kind, text: text.trim().replace(/^## /u, '') };
  });
  const id = field('id');
  return { id: id as SearchableArticle['id'], title: field('title'), blocks, contentHash: id };
}
