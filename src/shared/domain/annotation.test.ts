import { describe, expect, it } from 'vitest';
import { annotationSchema } from './annotation.ts';
import { tryParse } from './parse.ts';

const AT = '2026-11-22T10:30:00.000Z';

/** An annotation as the store writes it. */
const written = {
  id: '00000000-0000-4000-8000-000000000001',
  articleId: 'article-1',
  meaning: 'important',
  span: { start: 4, end: 9 },
  contentHash: 'a'.repeat(64),
  quote: { exact: 'حدود', prefix: '', suffix: '' },
  note: 'ملاحظة',
  tags: ['حدود', 'العراق'],
  createdAt: AT,
  updatedAt: AT,
};

describe('annotationSchema', () => {
  it('returns unchanged what the store writes', () => {
    const read = tryParse(annotationSchema, written);

    expect(read.success && read.output).toEqual(written);
  });

  it.each([
    ['a field too many', { more: 1 }],
    ['a date that is none', { createdAt: '2026-02-30T00:00:00Z' }],
    ['an empty span', { span: { start: 4, end: 4 } }],
    ['no passage', { quote: { exact: '', prefix: '', suffix: '' } }],
    ['a meaning of another version', { meaning: 'doubt?' }],
  ])('refuses %s', (_what, change) => {
    expect(tryParse(annotationSchema, { ...written, ...change }).success).toBe(false);
  });

  it('trims a tag', () => {
    const read = tryParse(annotationSchema, { ...written, tags: [' حدود'] });

    expect(read.success && read.output.tags).toEqual(['حدود']);
  });
});
