/**
 * `npm run judge:documents -- FOLDER`: converts every book and page of a folder, and counts what became of its contents,
 * notes, tables, images, headings, printed pages and details. What a file holds is read with another parser.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from 'linkedom';
import type { ImportedDocument } from '#main/convert/document.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { openArchive } from '#main/convert/zip/archive.ts';
import { readOptions } from '../../scripts/dev/options.mjs';

const COUNTED = ['contents', 'notes', 'tables', 'cells', 'images', 'headings', 'pages', 'people', 'date', 'publisher'] as const; // prettier-ignore
type Counts = Record<(typeof COUNTED)[number], number>;

/** The part of the other parser's tree that is used here. */
interface Found {
  readonly localName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Found>;
  closest(selector: string): Found | null;
}

const zero = (): Counts => Object.fromEntries(COUNTED.map((name) => [name, 0])) as Counts;
const all = (root: Found, selector: string): Found[] => [...root.querySelectorAll(selector)];
const local = (root: Found, name: string): Found[] =>
  all(root, '*').filter((element) => element.localName.replace(/^.*:/u, '') === name);
const typeOf = (element: Found): string =>
  `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
const says = (element: Found): boolean => /[\p{L}\p{N}]/u.test(element.textContent);
const parse = (bytes: Uint8Array, type: 'text/html' | 'text/xml'): Found =>
  new DOMParser().parseFromString(new TextDecoder().decode(bytes), type) as unknown as Found;

/** Counts what the body of a page or chapter holds. */
function addBody(body: Found, counts: Counts): void {
  const isNoteLink = (link: Found): boolean => {
    const href = link.getAttribute('href') ?? '';
    const isRaised = link.closest('sup') !== null || all(link, 'sup').length > 0;
    const isNamed =
      /#\w*(?:fn|note)(?!ref)/iu.test(href) && /^\W*[\d٠-٩]+\W*$/u.test(link.textContent);
    return /noteref/u.test(typeOf(link)) || isNamed || (isRaised && href.includes('#'));
  };
  counts.notes += all(body, 'a').filter(isNoteLink).length;
  const isData = (table: Found): boolean =>
    says(table) &&
    all(table, 'table').length === 0 &&
    all(table, 'tr').some((row) => all(row, 'td, th').length > 1);
  const rows = all(body, 'table')
    .filter(isData)
    .map((table) => all(table, 'tr').filter(says));
  counts.tables += rows.length;
  counts.cells += rows.flat().reduce((sum, row) => sum + all(row, 'td, th').length, 0);
  counts.images += all(body, 'img').length;
  counts.headings += all(body, 'h1, h2, h3, h4, h5, h6').filter(says).length;
  counts.pages += all(body, '*').filter((element) => /pagebreak/u.test(typeOf(element))).length;
}

function expectedOfPage(bytes: Uint8Array): Counts {
  const counts = zero();
  addBody(parse(bytes, 'text/html'), counts);
  counts.contents = counts.headings;
  return counts;
}

function expectedOfBook(bytes: Uint8Array): Counts {
  const counts = zero();
  const archive = openArchive(bytes);
  const open = (name: string): Found => parse(archive.read(name) ?? new Uint8Array(), 'text/xml');
  const path =
    local(open('META-INF/container.xml'), 'rootfile')[0]?.getAttribute('full-path') ?? '';
  const book = open(path);
  const nameOf = (href: string | null): string =>
    new URL(href ?? '', `file:///${path}`).pathname
      .slice(1)
      .split('/')
      .map(decodeURIComponent)
      .join('/');
  const items = local(book, 'item');
  const nav = items.find((item) => /\bnav\b/u.test(item.getAttribute('properties') ?? ''));
  const ncx = items.find((item) => /dtbncx/u.test(item.getAttribute('media-type') ?? ''));
  for (const reference of local(book, 'itemref')) {
    const item = items.find((one) => one.getAttribute('id') === reference.getAttribute('idref'));
    if (item && item !== nav) addBody(open(nameOf(item.getAttribute('href'))), counts);
  }
  const lists = nav ? all(open(nameOf(nav.getAttribute('href'))), 'nav') : [];
  const linksIn = (type: RegExp): number =>
    lists
      .filter((list) => type.test(typeOf(list)))
      .reduce((sum, list) => sum + all(list, 'a').length, 0);
  const points = ncx ? local(open(nameOf(ncx.getAttribute('href'))), 'navPoint').length : 0;
  counts.contents = linksIn(/toc/u) || points || counts.headings;
  counts.pages = Math.max(counts.pages, linksIn(/page-list/u));
  counts.people = [...local(book, 'creator'), ...local(book, 'contributor')].filter(says).length;
  counts.date = Math.min(local(book, 'date').filter(says).length, 1);
  counts.publisher = Math.min(local(book, 'publisher').filter(says).length, 1);
  return counts;
}

/** Counts what the converted document holds. */
function found({ blocks, structure, publication, date }: ImportedDocument): Counts {
  let start = 0;
  const noteStarts = new Set<number>();
  for (const { kind, text } of blocks) {
    if (kind === 'note') noteStarts.add(start);
    start += text.length + 1;
  }
  const references = blocks.flatMap(({ kind, inline = [] }) => (kind === 'note' ? [] : inline));
  return {
    contents: structure?.outline.length ?? 0,
    notes: references.filter(({ to }) => to !== undefined && noteStarts.has(to)).length,
    tables: blocks.filter(({ row }) => row?.begins === true).length,
    cells: blocks.reduce((sum, { row }) => sum + (row?.cells.length ?? 0), 0),
    images: blocks.filter(({ figure }) => figure !== undefined).length,
    headings: blocks.filter(({ kind }) => kind === 'heading').length,
    pages: structure?.pages.length ?? 0,
    people: publication?.people.length ?? 0,
    date: date === null ? 0 : 1,
    publisher: (publication?.publisher ?? null) === null ? 0 : 1,
  };
}

const levelsOf = ({ blocks }: ImportedDocument): string =>
  [1, 2, 3, 4, 5, 6]
    .map(
      (level) => blocks.filter((block) => block.kind === 'heading' && block.level === level).length,
    )
    .join('·');

const { positionals } = readOptions('judge:documents', {}, 'FOLDER');
const sums = { found: zero(), expected: zero() };
console.log(`| file | ${COUNTED.join(' | ')} | headings 1–6 | remarks |`);
console.log(`|---|${'---|'.repeat(COUNTED.length + 2)}`);
const folder = positionals[0] ?? '';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
for (const file of files.filter((name) => /\.(?:epub|x?html?)$/iu.test(name))) {
  const bytes = readFileSync(join(folder, file));
  const outcome = await readDocument(bytes, file);
  if (!outcome.ok) {
    console.log(`| ${file} | ${outcome.error.code} |`);
    continue;
  }
  const here = found(outcome.value);
  const expected = file.endsWith('.epub') ? expectedOfBook(bytes) : expectedOfPage(bytes);
  for (const name of COUNTED) {
    sums.found[name] += here[name];
    sums.expected[name] += expected[name];
  }
  const remarks = outcome.value.remarks.map(({ code }) => code.replace('import/', '')).join(', ');
  console.log(`| ${file} | ${row(here, expected)} | ${levelsOf(outcome.value)} | ${remarks} |`);
}
console.log(`| sum | ${row(sums.found, sums.expected)} | | |`);

function row(here: Counts, expected: Counts): string {
  return COUNTED.map((name) => `${here[name]}/${expected[name]}`).join(' | ');
}
