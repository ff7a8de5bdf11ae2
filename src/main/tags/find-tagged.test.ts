import { describe, expect, it } from 'vitest';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import type { AnnotationResult } from '#shared/domain/search-result.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import { sampleArticle, mark } from '../marks-exchange/testing/marked-article.ts';
import { addTagged } from './find-tagged.ts';

const article = sampleArticle();
const annotations = [
  mark(article, 1, 'المتحدث', { tags: ['أمن الحدود', 'ماء'] }),
  mark(article, 2, 'المتحدث', { note: 'راجع #الأمن_الغذائي' }),
  mark(article, 3, 'المتحدث'),
];
const NOTHING: AnnotationResult = { text: '', hits: [], total: 0, familyOnly: 0 };

function find(text: string, typing = false, found = NOTHING) {
  const query = { text, matching: 'close', typing, articleId: null } as const;
  const marks = [[article.id, { ...NO_MARKS, annotations }]] as const;
  return addTagged(found, query, marks).hits.map((hit) => hit.annotationId);
}

describe('tags in the search', () => {
  it('are found by all their words, in any spelling, with # and without', () => {
    expect(find('الحدود امن')).toEqual([annotationId(1)]);
    expect(find('#أمن_الحدود')).toEqual([annotationId(1)]);
    expect(find('الامن')).toEqual([annotationId(2)]);
    expect(find('الحدود ماء')).toEqual([annotationId(1)]);
  });

  it('are found by their beginnings only during typing', () => {
    expect(find('الغذا', true)).toEqual([annotationId(2)]);
    expect(find('الغذا')).toEqual([]);
  });

  it('add only highlights that were not found already, and none for a query without words', () => {
    expect(find('"" -ماء')).toEqual([]);
    const excerpt = { text: '', cutBefore: false, cutAfter: false, marks: [] };
    const known = {
      articleId: article.id,
      annotationId: annotationId(1),
      complete: true,
      matches: [],
      forms: [],
      note: excerpt,
      quote: excerpt,
    };
    const found = { ...NOTHING, hits: [known], total: 1 };
    expect(find('ماء', false, found)).toEqual([annotationId(1)]);
  });
});
