import { describe, expect, it } from 'vitest';
import { type ArticleId, ownIdSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { marksFileName, segmentName } from './paths.ts';

/** Returns the name as Windows or macOS compares it: both treat names that differ only in case as the same. */
const folded = (name: string): string => name.toLowerCase();

describe('names of files on systems that ignore case', () => {
  it('separate the marks of ids that differ only in case', () => {
    const names = ['own-abc', 'own-ABC', 'own-Abc'].map((id) => marksFileName(id as ArticleId));
    expect(new Set(names.map(folded)).size).toBe(3);
  });

  it('are written in lower case', () => {
    for (const name of [marksFileName('Guide' as ArticleId), segmentName(7)])
      expect(name).toBe(folded(name));
  });

  it('never come from an id with an upper-case letter', () => {
    const id = `own-${'ab12'.repeat(5)}`;
    expect(tryParse(ownIdSchema, id).success).toBe(true);
    expect(tryParse(ownIdSchema, id.toUpperCase().replace('OWN', 'own')).success).toBe(false);
  });
});
