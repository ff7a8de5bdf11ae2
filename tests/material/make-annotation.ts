import * as v from 'valibot';
import { type Annotation, annotationIdSchema } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';

/** A note of ordinary length. */
const NOTE = 'ملاحظة على الفقرة: يُراجَع الرقم مع المصدر الأصلي قبل النقل. ';

/** Makes the n-th annotation of a generated library. */
export function makeAnnotation(articleId: ArticleId, number: number, note = NOTE): Annotation {
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  return {
    id: v.parse(annotationIdSchema, `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    articleId,
    meaning: 'fact',
    span: { start: number, end: number + 20 },
    contentHash: 'a'.repeat(64),
    quote: {
      exact: 'أعلنت الوزارة أمس الأول',
      prefix: 'وفي سياق متصل بالموضوع نفسه، ',
      suffix: ' عن فتح باب التسجيل للدورة',
    },
    note,
    tags: [],
    createdAt: at,
    updatedAt: at,
  };
}
