import { describe, expect, it } from 'vitest';
import { MEANINGS } from '#shared/domain/choices.ts';
import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import { anAnnotation } from '#shared/domain/testing/an-annotation.ts';
import { NO_FILTER, filterAnnotations, countMeanings, isFiltering } from './filter-annotations.ts';

/** The n-th highlight, made on the n-th day of a month. */
function annotation(n: number, meaning: Meaning, start: number, note = ''): Annotation {
  const at = `2026-01-0${n}T00:00:00Z`;
  return anAnnotation(n, {
    meaning,
    span: { start, end: start + 5 },
    note,
    createdAt: at,
    updatedAt: at,
  });
}

const first = annotation(1, 'fact', 40, 'ملاحظة');
const second = annotation(2, 'important', 10);
const third = annotation(3, 'question', 90, '  ');
const all = [first, second, third];

describe('filterAnnotations', () => {
  it('orders highlights by their position in the text, or newest first', () => {
    expect(filterAnnotations(all, NO_FILTER)).toEqual([second, first, third]);
    expect(filterAnnotations(all, { ...NO_FILTER, order: 'newest' })).toEqual([
      third,
      second,
      first,
    ]);
  });

  it('shows several chosen meanings at once', () => {
    const filter = { ...NO_FILTER, meanings: ['fact', 'question'] as const };
    expect(filterAnnotations(all, filter)).toEqual([first, third]);
    expect(isFiltering(filter)).toBe(true);
  });

  it('shows highlights with a tag in any spelling, whether it was added or written in the note', () => {
    const tagged = { ...second, tags: ['الأمن'] };
    const noted = { ...third, note: 'راجع #الامن' };
    const filter = { ...NO_FILTER, tag: tagKey('الأَمن') };

    expect(filterAnnotations([first, tagged, noted], filter)).toEqual([tagged, noted]);
    expect(isFiltering(filter)).toBe(true);
  });

  it('counts the highlights that each filter would leave', () => {
    const none = Object.fromEntries(MEANINGS.map((meaning) => [meaning, 0]));
    expect(countMeanings(all)).toEqual({
      ...none,
      important: 1,
      fact: 1,
      question: 1,
      notes: 1,
    });
  });

  it('shows only highlights whose note is not blank', () => {
    expect(filterAnnotations(all, { ...NO_FILTER, onlyNotes: true })).toEqual([first]);
  });

  it('keeps the highlight that is being edited whatever the filter says', () => {
    const filter = { ...NO_FILTER, onlyNotes: true };
    expect(filterAnnotations(all, filter, second.id)).toEqual([second, first]);
  });
});
