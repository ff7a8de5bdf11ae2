import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describeSpan } from '#shared/anchoring/describe.ts';
import { type Annotation, annotationIdSchema } from '#shared/domain/annotation.ts';
import { type Article, articleSchema } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { type ExportedArticle, prepareArticle } from '../exported.ts';

export const NOW = new Date('2026-01-02T03:04:05.678Z');

/** An article with a standfirst, a heading, three paragraphs and a letter outside the BMP. */
export function anArticle(changes: Partial<Omit<Article, 'blocks'>> = {}, texts = TEXTS): Article {
  const blocks = texts.map((text, index) => ({
    id: `b${index}`,
    kind: index === 0 ? 'standfirst' : text.startsWith('عنوان') ? 'heading' : 'paragraph',
    text,
  }));
  const contentHash = createHash('sha256').update(canonicalText(blocks), 'utf8').digest('hex');
  return v.parse(articleSchema, {
    id: 'sample',
    kind: 'article',
    title: 'الحدود مع سوريا',
    outlet: 'ناس',
    date: '2020-09-25',
    dateNote: null,
    language: 'ar',
    places: [],
    people: [],
    organisations: [],
    subjects: [],
    blocks,
    contentHash,
    wordCount: 40,
    ...changes,
  });
}

const TEXTS = [
  'تمهيد قصير للمقال عن الحدود.',
  'نُصبت أسيجة وكاميرات حرارية 😀 عند الحدود مع سوريا في الأسبوع الماضي.',
  'عنوان فرعي',
  'قال المتحدث إن الأعمال تنتهي قبل الشتاء وإن التنسيق مستمر بين الجانبين.',
  'وأضاف أن <b>المرحلة</b> الثانية & الأخيرة تبدأ في العام المقبل.',
];

/** The n-th annotation id. */
export const annotationId = (number: number) =>
  v.parse(annotationIdSchema, `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** A mark on the first place of a text. */
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
  return {
    id: annotationId(number),
    articleId: article.id,
    meaning: 'fact',
    span,
    contentHash: article.contentHash,
    quote: describeSpan(text, span),
    note: '',
    tags: [],
    createdAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    ...changes,
  };
}

/** One article with its marks, ready for an exporter. */
export const exported = (article: Article, ...marks: Annotation[]): readonly ExportedArticle[] => [
  prepareArticle(article.id, article, marks),
];
