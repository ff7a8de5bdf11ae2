import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };

const messages = Object.entries(ar);

/** The forms of every count in a message, as the library that shows it reads them. */
function pluralForms(text: string, language: string): string[][] {
  const inside = (elements: ReturnType<IntlMessageFormat['getAst']>): string[][] =>
    elements.flatMap((element) => {
      if (!('options' in element)) return [];
      const nested = Object.values(element.options).flatMap(({ value }) => inside(value));
      // Only a count has an offset; a choice between words has none.
      return 'offset' in element ? [Object.keys(element.options), ...nested] : nested;
    });
  return inside(new IntlMessageFormat(text, language).getAst());
}

/** Everything under `src` that can show a message. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

/** Keys put together from a known beginning, such as `library.sort.${order}`. */
const composed = [...sources.matchAll(/`([a-z][A-Za-z]*\.(?:[A-Za-z]+\.)*)\$\{[^}]+\}`/g)].map(
  ([, beginning = '']) => beginning,
);

const isUsed = (key: string): boolean =>
  sources.includes(`'${key}'`) ||
  composed.some((start) => key.startsWith(start) && !key.slice(start.length).includes('.'));

describe('the Arabic messages', () => {
  it('decline every count in all six Arabic forms', () => {
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
    const plurals = messages.flatMap(([key, text]) =>
      pluralForms(text, 'ar').map((written) => ({ key, forms: written })),
    );

    expect(plurals.length).toBeGreaterThan(30);
    expect(plurals).toEqual(plurals.map(({ key }) => ({ key, forms })));
  });

  it('fail the check when a count lacks a form, however it is written', () => {
    expect(pluralForms('{n,plural,one {#} other {#}}', 'ar')).toEqual([['one', 'other']]);
    expect(pluralForms('{a, select, x {{n, plural, other {#}}} other {}}', 'ar')).toEqual([
      ['other'],
    ]);
  });

  it('are well formed', () => {
    for (const [, text] of messages) expect(() => new IntlMessageFormat(text, 'ar')).not.toThrow();
  });

  it('are all shown somewhere', () => {
    const keys = messages.map(([key]) => key);

    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});

/** Names of everything that a message takes, in all its branches. */
function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = '']) => name))].sort();
}

describe('the English messages', () => {
  const english = new Map(Object.entries(en));

  it('exist for every Arabic message and for no other', () => {
    expect([...english.keys()].sort()).toEqual(Object.keys(ar).sort());
  });

  it('take the same arguments as the Arabic ones', () => {
    for (const [key, text] of messages)
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('decline every count', () => {
    for (const [key, text] of english)
      for (const written of pluralForms(text, 'en'))
        expect([key, written]).toEqual([key, ['=0', 'one', 'other']]);
  });

  it('are well formed and contain no Arabic letters', () => {
    for (const [, text] of english) {
      expect(() => new IntlMessageFormat(text, 'en')).not.toThrow();
      expect(text).not.toMatch(/\p{Script=Arabic}/u);
    }
  });
});
