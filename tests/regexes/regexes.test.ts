import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_QUERY_UTF16 } from '#shared/domain/limits.ts';
import { MAX_DATE_UTF16 } from '#main/convert/details/dates.ts';
import { findRegexes } from './find-regexes.ts';
import { findGrowth } from './growth.ts';
import { recordMadeRegexes } from './made-regexes.ts';

/** The beginnings of expressions that grow faster than their input, and the longest input of their caller, UTF-16. */
const BOUNDED: ReadonlyMap<string, number> = new Map([
  // `parseQuery` cuts typed queries.
  [
    String.raw`/(?<=^|\s)(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)|"([^"]*)"|«([^»]*)»|“([^”]*)”/gu`,
    MAX_QUERY_UTF16,
  ],
  // `readDate` refuses longer texts.
  [String.raw`/^(.+?)\s*[(/،-]?\s*الموافق\s*[:ل]?\s*(.+?)\)?$/u`, MAX_DATE_UTF16],
  [String.raw`/^(?:(\d{1,2})\s*(?:من\s+)?(?:شهر\s+)?)?(`, MAX_DATE_UTF16],
  [String.raw`/^[\s،,:-]+|[\s،,.:-]+$/gu`, MAX_DATE_UTF16],
]);

const files = findRegexes(resolve('src'));

const describeGrowth = (regex: RegExp): string | null => {
  const growth = findGrowth(regex);
  return growth && `${String(regex)} is ${growth.kind} on ${JSON.stringify(growth.pump)}`;
};

describe('the regular expressions of the source', () => {
  const withMade = files.filter(({ made }) => made > 0);
  let made: ReadonlyMap<string, readonly RegExp[]>;

  beforeAll(async () => {
    made = await recordMadeRegexes(withMade.map(({ file }) => file));
  });

  test('take time in proportion to their input, or have a named bound', () => {
    const all = files.flatMap(({ file, literals }) => [...literals, ...(made.get(file) ?? [])]);
    const bounded = new Set<string>();
    const found = [...new Map(all.map((regex) => [String(regex), regex])).values()].flatMap(
      (regex) => {
        const named = [...BOUNDED.keys()].find((beginning) => String(regex).startsWith(beginning));
        if (named !== undefined) {
          bounded.add(named);
          return [];
        }
        return describeGrowth(regex) ?? [];
      },
    );
    expect(all.length).toBeGreaterThan(250);
    expect(found).toEqual([]);
    expect([...bounded].toSorted()).toEqual([...BOUNDED.keys()].toSorted());
  });

  test('are all checked, including those created when a module is loaded', () => {
    expect(withMade.length).toBeGreaterThan(5);
    // A function may create several at one position; a position without any was not reached.
    for (const { file, made: count } of withMade)
      expect(made.get(file)?.length, file).toBeGreaterThanOrEqual(count);
  });
});

describe('the law itself finds', () => {
  test.each([
    ['a run at the end that also stands inside', /[^\p{L}\p{N}\p{M}]*$/u, 'polynomial'],
    ['blanks before a line end', /\s*[\r\n\u2028\u2029]+\s*/gu, 'polynomial'],
    [
      'comments that can be parted in many ways',
      /^\s*(?:<!--[^]{0,2000}?-->\s*)*<html/iu,
      'exponential',
    ],
    ['a repetition of repetitions', /^(?:a+)+b/u, 'exponential'],
    ['two that take the same letters', /^\d+\d+x/u, 'polynomial'],
    ['words of an address before a sign', /[\w.+-]+@[\w-]+/u, 'polynomial'],
  ])('%s', (_name, regex, kind) => {
    expect(findGrowth(regex)?.kind).toBe(kind);
  });
});
