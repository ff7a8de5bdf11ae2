import * as v from 'valibot';
import { describeSpan } from '#shared/anchoring/describe.ts';
import { type Annotation, annotationIdSchema } from '#shared/domain/annotation.ts';
import { type Article, articleSchema } from '#shared/domain/article.ts';
import { spansOfBlocks } from '#shared/domain/block-spans.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import type { Span } from '#shared/domain/span.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { makeAnnotation } from './make-annotation.ts';
import { type Random, seededRandom } from '../support/seeded-random.ts';
import { generateArticles } from './generate-articles.ts';
import { toArticle, toParagraph } from './generated-app.ts';

/** Least bytes of UTF-8 in one generated article, which determine how many are needed. */
const PART_BYTES = 2_000;
/** Most words in one highlight. */
const MAX_WORDS = 14;
/** One of so many highlights has a note. */
const NOTE_EVERY = 10;

/** Makes one long article of generated text with a heading every five paragraphs; always the same. */
export function makeLargeArticle(bytes: number): Article {
  const blocks = [];
  let size = 0;
  for (const { title, body } of generateArticles(Math.ceil(bytes / PART_BYTES))) {
    if (size >= bytes) break;
    blocks.push({ kind: 'heading' as const, text: title }, ...body.split('\n').map(toParagraph));
    size += Buffer.byteLength(`${title}\n${body}\n`, 'utf8');
  }
  return v.parse(articleSchema, toArticle('large-article', 'مقال طويل جدًّا', blocks));
}

/** Makes highlights of whole words all over an article, some with notes, some overlapping; always the same. */
export function makeHighlights(article: Article, count: number): Annotation[] {
  const text = canonicalText(article.blocks);
  const blockSpans = spansOfBlocks(article.blocks);
  const random = seededRandom(2);
  return Array.from({ length: count }, (_, number) => {
    const blockSpan = blockSpans[Math.floor(random() * blockSpans.length)] ?? {
      start: 0,
      end: text.length,
    };
    const span = drawWords(text, blockSpan, random);
    const base = makeAnnotation(article.id, number);
    return {
      ...base,
      id: v.parse(annotationIdSchema, base.id),
      meaning: MEANINGS[number % MEANINGS.length] ?? 'fact',
      span,
      contentHash: article.contentHash,
      quote: describeSpan(text, span),
      note: number % NOTE_EVERY === 0 ? base.note : '',
    };
  });
}

/** Picks adjacent words of one block. */
function drawWords(text: string, { start, end }: Span, random: Random): Span {
  const words = [...text.slice(start, end).matchAll(/[^\s.]+/gu)];
  const from = Math.floor(random() * words.length);
  const to = Math.min(words.length - 1, from + Math.floor(random() * MAX_WORDS));
  const [first, last] = [words[from], words[to]];
  if (!first || !last) return { start, end };
  return { start: start + first.index, end: start + last.index + last[0].length };
}
