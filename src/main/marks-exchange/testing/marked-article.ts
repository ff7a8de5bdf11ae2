import { createHash } from 'node:crypto';
import { describeSpan } from '#shared/anchoring/describe.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { anAnnotation } from '#shared/domain/testing/an-annotation.ts';
import { anArticle, toBlocks } from '#shared/domain/testing/an-article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { type ExportedArticle, prepareArticle } from '../exported.ts';

export const NOW = new Date('2026-01-02T03:04:05.678Z');

/** Builds an article with a standfirst, a heading, three paragraphs and a letter outside the BMP. */
export function sampleArticle(
  changes: Partial<Omit<Article, 'blocks'>> = {},
  texts = TEXTS,
): Article {
  const text = canonicalText(toBlocks(texts));
  return anArticle(texts, {
    title: 'الحدود مع سوريا',
    outlet: 'ناس',
    date: '2020-09-25',
    contentHash: createHash('sha256').update(text, 'utf8').digest('hex'),
    wordCount: 40,
    ...changes,
  });
}

const TEXTS = [
  '> تمهيد قصير للمقال عن الحدود.',
  'نُصبت أسيجة وكاميرات حرارية 😀 عند الحدود مع سوريا في الأسبوع الماضي.',
  '# عنوان فرعي',
  'قال المتحدث إن الأعمال تنتهي قبل الشتاء وإن التنسيق مستمر بين الجانبين.',
  'وأضاف أن <b>المرحلة</b> الثانية & الأخيرة تبدأ في العام المقبل.',
];

/** Creates a mark on the first occurrence of a text. */
export function mark(
  article: Article,
  number: number,
  words: string,
  changes: Partial<Annotation> = {},
): Annotation {
  const text = canonicalText(article.blocks);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the article: ${words}`);
  const span = { start, end: start + words.length };
  return anAnnotation(number, {
    articleId: article.id,
    span,
    contentHash: article.contentHash,
    quote: describeSpan(text, span),
    createdAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    ...changes,
  });
}

/** Prepares one article with its marks for an exporter. */
export const exported = (article: Article, ...marks: Annotation[]): readonly ExportedArticle[] => [
  prepareArticle(article.id, article, marks),
];
