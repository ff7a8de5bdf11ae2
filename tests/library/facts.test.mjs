import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * A section of docs/library.md starts with "## `slug`". Each row of its table is "| kind | `check string` | description
 * |", and the check string must be literally in the body of the article or in its dateNote.
 */
const PAGE = 'docs/library.md';
const ARTICLES = 'resources/articles';
const KINDS = ['person', 'body', 'place', 'date', 'figure', 'statement'];
const SECTION = /^## `([a-z0-9-]+)`$/;
const FACT = /^\| ([a-z]+) +\| `([^`]+)` +\| .+ \|$/;
const TABLE_HEAD = /^\| *(kind +\||-)/;

/** Returns the check strings of each article, and the rows that are not facts. */
function readFacts(markdown) {
  const facts = new Map();
  const unreadable = [];
  let slug;
  for (const line of markdown.split(/\r?\n/)) {
    if (line.startsWith('## ')) slug = SECTION.exec(line)?.[1];
    if (slug === undefined || !line.startsWith('|') || TABLE_HEAD.test(line)) continue;
    const [, kind, check] = FACT.exec(line) ?? [];
    if (KINDS.includes(kind)) facts.set(slug, [...(facts.get(slug) ?? []), check]);
    else unreadable.push(line);
  }
  return { facts, unreadable };
}

/** Returns an empty text for a missing article, so that its facts are reported as missing. */
function readText(slug) {
  const file = `${ARTICLES}/${slug}.md`;
  if (!existsSync(file)) return '';
  const [, front = '', ...rest] = readFileSync(file, 'utf8').split(/^---$/m);
  const dateNote = /^dateNote: "(.*)"$/m.exec(front)?.[1] ?? '';
  return `${rest.join('---')}\n${dateNote}`;
}

const bundled = readdirSync(ARTICLES)
  .filter((name) => name.endsWith('.md'))
  .filter((name) => /^kind: "article"$/m.test(readFileSync(`${ARTICLES}/${name}`, 'utf8')))
  .map((name) => name.slice(0, -'.md'.length));

describe('the facts of docs/library.md', () => {
  const { facts, unreadable } = readFacts(readFileSync(PAGE, 'utf8'));

  it('are readable rows, and every article has some', () => {
    expect(unreadable).toEqual([]);
    expect(bundled.length).toBeGreaterThan(0);
    expect(bundled.filter((slug) => !facts.has(slug))).toEqual([]);
  });

  it.each([...facts])('are literally in %s', (slug, checks) => {
    const text = readText(slug);

    expect(checks.filter((check) => !text.includes(check))).toEqual([]);
  });
});
