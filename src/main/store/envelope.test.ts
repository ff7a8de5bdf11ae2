import { describe, expect, it } from 'vitest';
import type { ArticleMarks } from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { fromEnvelope, storeFileName, toEnvelope } from './envelope.ts';

const id = articleIdSchema.parse('sample');
const now = new Date('2026-01-02T03:04:05Z');
const marks: ArticleMarks = {
  annotations: [],
  bookmarks: [{ blockId: 'b1', createdAt: now.toISOString() }],
  reading: { offset: 7, progress: 0.5, openedAt: now.toISOString() },
};

describe('envelope', () => {
  it('reads back what it wrote', () => {
    const written = toEnvelope(id, { marks, unread: { annotations: [], bookmarks: [] } }, now);

    expect(fromEnvelope(id, JSON.parse(JSON.stringify(written)))?.marks).toEqual(marks);
  });

  it('keeps a record that it cannot read, and writes it back untouched', () => {
    const strange = { id: '__proto__', colour: 'teal' };
    const content = {
      ...toEnvelope(id, { marks, unread: { annotations: [strange], bookmarks: [] } }, now),
    };

    const stored = fromEnvelope(id, content);

    expect(stored?.marks.bookmarks).toHaveLength(1);
    expect(stored && toEnvelope(id, stored, now).annotations).toEqual([strange]);
  });

  it.each([
    null,
    'text',
    42,
    [],
    {},
    { schemaVersion: 2 },
    { schemaVersion: 1, articleId: 'sample' },
  ])('refuses %j', (content) => {
    expect(fromEnvelope(id, content)).toBeNull();
  });

  it('refuses the file of another article', () => {
    const written = toEnvelope(id, { marks, unread: { annotations: [], bookmarks: [] } }, now);

    expect(fromEnvelope(articleIdSchema.parse('other'), written)).toBeNull();
  });

  it('names files by a hash, so that no id can name a path', () => {
    expect(storeFileName(id)).toMatch(/^[0-9a-f]{32}$/);
  });
});
