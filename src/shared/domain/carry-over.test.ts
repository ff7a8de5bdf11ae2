import { describe, expect, it } from 'vitest';
import { carryOver } from './carry-over.ts';

describe('what carryOver keeps of a file of a newer version', () => {
  const raw = JSON.parse(
    '{"meaning":"doubt","note":"قديم","__proto__":{"a":1},"depth":{"x":1.5e300,"y":[0.1,"\\ud800"]},"from":{"title":"ocr","date":"text"}}',
  ) as Record<string, unknown>;
  const seen = {
    meaning: 'important',
    note: 'قديم',
    from: { title: 'none', date: 'text' },
    tags: [],
  };

  it('is everything when nothing was changed', () => {
    expect(JSON.stringify(carryOver(raw, seen, { ...seen }))).toBe(JSON.stringify(raw));
  });

  it('is whatever was not changed, be it unknown or not understood', () => {
    const next = { ...seen, note: 'جديد', from: { title: 'none', date: 'reader' } };

    expect(JSON.stringify(carryOver(raw, seen, next))).toBe(
      JSON.stringify(raw).replace('قديم', 'جديد').replace('"date":"text"', '"date":"reader"'),
    );
  });

  it('is replaced by what was changed', () => {
    expect(carryOver(raw, seen, { ...seen, meaning: 'fact', tags: ['أ'] })).toMatchObject({
      meaning: 'fact',
      tags: ['أ'],
    });
  });

  it('excludes what this version removed', () => {
    const { note: _note, ...next } = seen;

    expect(carryOver(raw, seen, next)).not.toHaveProperty('note');
  });
});
