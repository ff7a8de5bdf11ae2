import { describe, expect, it } from 'vitest';
import { STEEP, growthOf } from '../../main/testing/processor-time.ts';
import { MAX_NOTE_UTF16 } from '../domain/limits.ts';
import { findNoteTags, tagsInNote, tagsOf } from './note-tags.ts';

const written = (note: string): string[] => findNoteTags(note).map(({ tag }) => tag);

describe('tags in a note', () => {
  it.each([
    ['راجع #الحدود غدًا', ['الحدود']],
    ['#أمن_الحدود، ثم #Syria.', ['أمن الحدود', 'Syria']],
    ['(#وزارةُ_الخارجيّة)', ['وزارةُ الخارجيّة']],
    ['#2020_انتخابات #covid19', ['2020 انتخابات', 'covid19']],
    ['سطر\n#سطر_آخر_', ['سطر آخر']],
    ['#نیم\u200Cفاصله', ['نیم\u200Cفاصله']],
  ])('are found in %j', (note, tags) => {
    expect(written(note)).toEqual(tags);
  });

  it.each([
    'رقم #53',
    '# عنوان',
    'a#b',
    '&#8217;',
    'http://x/#part page.html#part',
    '##مزدوج',
    '#_خاصّ',
    `#${'ا'.repeat(51)}`,
    '#',
    '',
  ])('are not in %j', (note) => {
    expect(written(note)).toEqual([]);
  });

  it('have offsets into the note', () => {
    const note = 'هذا 😀 #وسم_ثانٍ_ انتهى';

    expect(findNoteTags(note).map(({ start, end }) => note.slice(start, end))).toEqual([
      '#وسم_ثانٍ',
    ]);
  });

  it('are listed once, whatever their spelling, after the tags that were given by hand', () => {
    expect(tagsInNote('#الأمن ثم #الامن')).toEqual(['الأمن']);
    expect(tagsOf({ tags: ['الامن'], note: '#الأمن #سوريا' })).toEqual(['الامن', 'سوريا']);
    expect(tagsOf({ tags: ['الامن'], note: '' })).toEqual(['الامن']);
  });

  it.each([
    ['one word', (n: number) => `#${'ا'.repeat(n - 1)}`],
    ['signs alone', (n: number) => '#'.repeat(n)],
    ['underscores', (n: number) => `#a${'_'.repeat(n - 2)}`],
    ['underscores within', (n: number) => `#a${'_'.repeat(n - 3)}b`],
    ['signs and underscores', (n: number) => '#_'.repeat(n / 2)],
    ['vowel signs', (n: number) => `#ا${'\u064E'.repeat(n - 2)}`],
    ['many tags', (n: number) => '#ا '.repeat(n / 3)],
  ])('are looked for in time that grows with the note: %s', async (_name, make) => {
    const growth = await growthOf((size) => {
      const note = make(size);
      return () => findNoteTags(note);
    }, MAX_NOTE_UTF16 * 4);

    expect(growth).toBeLessThan(STEEP);
  });
});
