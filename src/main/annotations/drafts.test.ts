import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Annotation, RecordChange } from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { anAnnotation, annotationId } from '#shared/domain/testing/an-annotation.ts';
import { createDrafts } from './drafts.ts';

const articleId = v.parse(articleIdSchema, 'an-article');
const id = annotationId(1);
const annotation = anAnnotation(1, { articleId, note: 'قديمة' });

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
