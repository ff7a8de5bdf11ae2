import { describe, expect, it } from 'vitest';
import { canonicalText } from '#shared/domain/text.ts';
import { parseArticle } from './parse-article.ts';

const source = (
  changes: Record<string, string> = {},
  body = 'فقرة أولى.\n\n## عنوان\n\nفقرة ثانية\nفي سطرين.',
) => {
  const fields = {
    id: '"sample"',
    title: '"عنوان المقال"',
    standfirst: '"تمهيد."',
    outlet: '""',
    date: '"XXXX-12-08"',
    kind: '"article"',
    license: '"MIT"',
    ...changes,
  };
  const front = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return `---\n${front.join('\n')}\n---\n\n${body}\n`;
};

describe('parseArticle', () => {
  it('makes blocks in order, with the standfirst first and the lines of a paragraph joined', () => {
    const parsed = parseArticle('sample.md', source());

    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.blocks.map(({ id, kind }) => [id, kind])).toEqual([
      ['b0', 'standfirst'],
      ['b1', 'paragraph'],
      ['b2', 'heading'],
      ['b3', 'paragraph'],
    ]);
    expect(canonicalText(parsed.value.blocks)).toBe(
      'تمهيد.\nفقرة أولى.\nعنوان\nفقرة ثانية في سطرين.',
    );
  });

  it('reads a text with Windows line ends like any other', () => {
    const text = source({ standfirst: '>\n  تمهيد\n  في سطرين.' });

    const parsed = parseArticle('sample.md', text.replaceAll('\n', '\r\n'));

    expect(parsed.ok).toBe(true);
    expect(parsed).toEqual(parseArticle('sample.md', text));
  });

  it('keeps an unknown outlet and an uncertain date unchanged', () => {
    const parsed = parseArticle('sample.md', source());

    expect(parsed).toMatchObject({ ok: true, value: { outlet: null, date: 'XXXX-12-08' } });
  });

  it.each([
    ['date', source({ date: '"20219-12-08"' })],
    ['title', source({ title: '""' })],
    ['id', source({ id: '"another"' })],
    ['body', source({}, 'فيه [رابط](https://example.org).')],
    ['body', source({}, '')],
    ['front matter', 'لا بيانات'],
  ])('names the field %s when it is wrong', (field, text) => {
    const parsed = parseArticle('sample.md', text);

    expect(parsed).toMatchObject({ ok: false, error: { params: { file: 'sample.md', field } } });
  });
});
