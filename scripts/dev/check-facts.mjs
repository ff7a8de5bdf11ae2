/**
 * `npm run check:facts`: checks that every fact listed in docs/library.md still stands in its article.
 *
 * A section starts with "## `slug`"; each of its table rows is
 * "| kind | `check string` | description |". The check string must occur literally in the
 * article's body or in its dateNote. Exits 1 when one is missing, when a row cannot be read,
 * or when an article has no facts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readOptions } from './options.mjs';

const ROOT = new URL('../../', import.meta.url);
const ARTICLES = new URL('resources/articles/', ROOT);
const KINDS = ['person', 'body', 'place', 'date', 'figure', 'statement'];
const SECTION = /^## `([a-z0-9-]+)`$/;
const FACT = /^\| ([a-z]+) +\| `([^`]+)` +\| .+ \|$/;
const TABLE_HEAD = /^\| *(kind +\||-)/;

function readFacts(markdown) {
  const facts = [];
  const unreadable = [];
  let slug;
  for (const line of markdown.split(/\r?\n/)) {
    if (line.startsWith('## ')) slug = SECTION.exec(line)?.[1];
    if (slug === undefined || !line.startsWith('|') || TABLE_HEAD.test(line)) continue;
    const [, kind, check] = FACT.exec(line) ?? [];
    if (KINDS.includes(kind)) facts.push({ slug, kind, check });
    else unreadable.push(line);
  }
  return { facts, unreadable };
}

/** Empty when there is no such article, so that its facts are reported as missing. */
function readArticle(slug) {
  const file = new URL(`${slug}.md`, ARTICLES);
  if (!existsSync(file)) return { text: '', words: 0 };
  const [, front = '', ...rest] = readFileSync(file, 'utf8').split(/^---$/m);
  const body = rest.join('---');
  const dateNote = /^dateNote: "(.*)"$/m.exec(front)?.[1] ?? '';
  return { text: `${body}\n${dateNote}`, words: body.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0 };
}

function articlesWithoutFacts(facts) {
  return readdirSync(ARTICLES)
    .filter((name) => name.endsWith('.md'))
    .filter((name) => /^kind: "article"$/m.test(readFileSync(new URL(name, ARTICLES), 'utf8')))
    .map((name) => name.slice(0, -'.md'.length))
    .filter((slug) => !facts.some((fact) => fact.slug === slug));
}

function reportArticle(slug, facts) {
  const { text, words } = readArticle(slug);
  const counts = KINDS.map((kind) => `${kind} ${facts.filter((f) => f.kind === kind).length}`);
  console.log(`${slug}: ${words} words, ${facts.length} facts (${counts.join(', ')})`);
  const missing = facts.filter((fact) => !text.includes(fact.check));
  for (const { kind, check } of missing) console.log(`  missing ${kind}: ${check}`);
  return missing.length;
}

function main() {
  const { facts, unreadable } = readFacts(readFileSync(new URL('docs/library.md', ROOT), 'utf8'));
  let missing = 0;
  for (const slug of new Set(facts.map((fact) => fact.slug))) {
    missing += reportArticle(
      slug,
      facts.filter((fact) => fact.slug === slug),
    );
  }
  const untold = articlesWithoutFacts(facts);
  for (const line of unreadable) console.log(`not a fact row: ${line}`);
  for (const slug of untold) console.log(`no facts listed for ${slug}`);
  console.log(`facts: ${facts.length} checked, ${missing} missing`);
  return facts.length > 0 && missing + unreadable.length + untold.length === 0 ? 0 : 1;
}

readOptions('check:facts');
process.exitCode = main();
