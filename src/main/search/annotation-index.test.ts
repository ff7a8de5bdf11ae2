import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import type { AnnotationQuery } from '#shared/domain/search.ts';
import { anAnnotation } from './an-annotation.test-builder.ts';
import { AnnotationIndex, type SearchableAnnotation } from './annotation-index.ts';

const [here, there] = ['here', 'there'] as ArticleId[] as [ArticleId, ArticleId];

const ask = (text: string, parts: Partial<AnnotationQuery> = {}): AnnotationQuery => ({
  text,
  matching: 'close',
  typing: false,
  articleId: null,
  ...parts,
});

function anIndex(...annotations: readonly SearchableAnnotation[]): AnnotationIndex {
  const index = new AnnotationIndex();
  index.put({ articleId: here, annotations });
  return index;
}

describe('the search in notes and quotes', () => {
  it('finds matches in the note and in the quote, with their positions and layers', () => {
    const annotation = anAnnotation({
      note: 'راجع مدرسه الحيّ',
      quote: 'في المَدْرَسَةِ القديمة',
    });

    const { hits } = anIndex(annotation).query(ask('مدرسة'));

    expect(hits).toMatchObject([
      {
        articleId: here,
        annotationId: annotation.id,
        complete: true,
        matches: [
          { field: 'note', start: 5, end: 10, text: 'مدرسه', layer: 'spelling' },
          { field: 'quote', start: 3, end: 15, text: 'المَدْرَسَةِ', layer: 'clitic' },
        ],
        forms: [
          { text: 'مدرسه', layer: 'spelling', count: 1 },
          { text: 'المدرسة', layer: 'clitic', count: 1 },
        ],
      },
    ]);
  });

  it('shortens a long note to the text around its matches', () => {
    const long = 'كلمة '.repeat(100);
    const { hits } = anIndex(anAnnotation({ note: `${long}زلزال ${long}` })).query(ask('زلزال'));

    const { text, marks, cutBefore, cutAfter } = hits[0]!.note;
    expect([cutBefore, cutAfter]).toEqual([true, true]);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['زلزال']);
    expect(hits[0]?.quote).toEqual({
      text: 'فقرة',
      cutBefore: false,
      cutAfter: false,
      marks: [],
    });
  });

  it('respects the matching and counts what only the word family finds', () => {
    const index = anIndex(anAnnotation({ note: 'كتب كثيرة' }));

    const close = index.query(ask('كتاب'));
    const family = index.query(ask('كتاب', { matching: 'family' }));

    expect([close.total, close.familyOnly]).toEqual([0, 1]);
    expect(family.hits[0]?.matches.map(({ layer }) => layer)).toEqual(['family']);
  });

  it('supports phrases and excluded words', () => {
    const both = anAnnotation({ note: 'حكومة محلية في المدينة' });
    const apart = anAnnotation({ note: 'حكومة غير محلية' });
    const index = anIndex(both, apart);

    const phrase = index.query(ask('«حكومة محلية»'));
    const without = index.query(ask('حكومة -المدينة'));

    expect(phrase.hits.map(({ annotationId }) => annotationId)).toEqual([both.id]);
    expect(without.hits.map(({ annotationId }) => annotationId)).toEqual([apart.id]);
  });

  it('lists matches of all words first, then exact words, then the newest', () => {
    const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
    const some = anAnnotation({ note: 'حدود', updatedAt: at(5) });
    const old = anAnnotation({ note: 'حدود العراق', updatedAt: at(1) });
    const inflected = anAnnotation({ note: 'حدود والعراق', updatedAt: at(4) });
    const young = anAnnotation({ note: 'العراق، حدود', updatedAt: at(3) });

    const { hits } = anIndex(some, old, inflected, young).query(ask('حدود العراق'));

    expect(hits.map(({ annotationId }) => annotationId)).toEqual(
      [young, old, inflected, some].map(({ id }) => id),
    );
  });

  it('matches the last word as a prefix during typing', () => {
    const index = anIndex(anAnnotation({ note: 'البيشمركة' }));

    expect(index.query(ask('بيشم')).total).toBe(0);
    expect(index.query(ask('بيشم', { typing: true })).total).toBe(1);
  });

  it('reflects changed, removed and added annotations', () => {
    const annotation = anAnnotation({ note: 'زلزال' });
    const index = anIndex(annotation);
    index.put({ articleId: there, annotations: [anAnnotation({ note: 'زلزال' })] });
    expect(index.query(ask('زلزال')).total).toBe(2);

    const updatedAt = '2026-01-02T00:00:00.000Z';
    index.put({ articleId: here, annotations: [{ ...annotation, note: 'فيضان', updatedAt }] });

    expect(index.query(ask('زلزال')).hits.map(({ articleId }) => articleId)).toEqual([there]);
    expect(index.query(ask('زلزال', { articleId: here })).total).toBe(0);
    expect(index.query(ask('فيضان', { articleId: here })).total).toBe(1);
    index.put({ articleId: there, annotations: [] });
    expect(index.query(ask('زلزال')).total).toBe(0);
  });

  it.each(['', '   ', '…', '-', '""', '__proto__', 'في'])('answers %j without failing', (text) => {
    const index = anIndex(anAnnotation({ note: 'في البيت' }));

    expect(index.query(ask(text)).total).toBe(text === 'في' ? 1 : 0);
  });
});
