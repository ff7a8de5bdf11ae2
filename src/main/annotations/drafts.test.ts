import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  type Annotation,
  type RecordChange,
  annotationIdSchema,
  annotationSchema,
} from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { createDrafts } from './drafts.ts';

const articleId = v.parse(articleIdSchema, 'an-article');
const id = v.parse(annotationIdSchema, '00000000-0000-4000-8000-000000000001');
const annotation: Annotation = v.parse(annotationSchema, {
  id,
  articleId,
  meaning: 'fact',
  span: { start: 0, end: 4 },
  contentHash: 'a',
  quote: { exact: 'خبر.', prefix: '', suffix: '' },
  note: 'قديمة',
  tags: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

function setUp(answer: Result<null>, found: Annotation | undefined = annotation) {
  const written: RecordChange[] = [];
  const drafts = createDrafts({
    find: () => found,
    save: (change) => {
      written.push(change);
      return answer;
    },
    now: () => new Date('2026-02-02T00:00:00Z'),
  });
  return { drafts, written };
}

describe('drafts of notes', () => {
  it('saves the newest text of a note whose window crashed', () => {
    const { drafts, written } = setUp(succeed(null));
    drafts.keep({ articleId, id }, 'نصف');
    drafts.keep({ articleId, id }, 'نصف ملاحظة');

    drafts.saveAll();

    expect(written).toHaveLength(1);
    expect(written[0]?.annotations).toEqual([
      { ...annotation, note: 'نصف ملاحظة', updatedAt: '2026-02-02T00:00:00.000Z' },
    ]);
    expect(drafts.list()).toEqual([]);
  });

  it('keeps a text that the disk refuses, for the next window', () => {
    const { drafts } = setUp(fail({ code: 'store/not-saved' }));
    drafts.keep({ articleId, id }, 'نصف ملاحظة');

    drafts.saveAll();

    expect(drafts.list()).toEqual([{ articleId, id, text: 'نصف ملاحظة' }]);
  });

  it('writes nothing for a note that was saved in the meantime', () => {
    const { drafts, written } = setUp(succeed(null));
    drafts.keep({ articleId, id }, 'ملاحظة');
    drafts.keep({ articleId, id }, null);

    drafts.saveAll();

    expect(written).toEqual([]);
  });
});
