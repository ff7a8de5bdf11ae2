import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { tryParse } from './parse.ts';

describe('tryParse', () => {
  const schema = v.strictObject({
    list: v.pipe(v.array(v.strictObject({ a: v.string() })), v.maxLength(10)),
  });

  it('returns what the schema makes of a value', () => {
    const parsed = tryParse(schema, { list: [{ a: 'b' }] });

    expect(parsed).toMatchObject({ success: true, output: { list: [{ a: 'b' }] } });
  });

  it('stops at the first of a hundred thousand issues', () => {
    let asked = 0;
    const record = {
      get a() {
        asked += 1;
        return 1;
      },
    };
    const { success, issues } = tryParse(schema, {
      list: Array.from({ length: 1e5 }, () => record),
    });

    expect(success).toBe(false);
    expect(issues).toHaveLength(1);
    expect(asked).toBeLessThan(10);
  });

  it('is the only function that calls safeParse', () => {
    const src = join(import.meta.dirname, '../..');
    const others = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) => /(?<!\.test)\.tsx?$/u.test(path) && !path.endsWith(join('domain', 'parse.ts')),
      )
      .filter((path) => readFileSync(join(src, path), 'utf8').includes('v.safeParse('));

    expect(others).toEqual([]);
  });
});
