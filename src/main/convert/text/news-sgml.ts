import { oneLine } from '../clean-text.ts';
import type { Found, ImportedBlock } from '../document.ts';
import type { Draft } from '../finish-document.ts';
import { readBlocks } from '../markup/blocks.ts';
import { type MarkupElement, findAll, findFirst, parseMarkup, textOf } from '../markup/tree.ts';
import { readParagraphs } from './paragraphs.ts';

/** The beginning of a text of a news collection (LDC, TREC): `<DOC>`, `<DOC id="…" type="story">`. */
const START = /^\s*<DOC(?:\s[^<>]{0,500})?>/iu;

const HEADLINE = ['headline', 'title', 'hl'];
const AUTHOR = ['byline', 'author'];
const OUTLET = ['source', 'publisher', 'agency'];
const DATE = ['date_time', 'datetime', 'date', 'pubdate'];
/** Finds the day in the number of a report, such as `AFA19940513.0001`. */
const DAY_IN_NUMBER = /(?:^|[^\d])((?:19|20)\d{2}[01]\d[0-3]\d)(?=[^\d]|$)/u;

type NewsText = Pick<
  Draft,
  'title' | 'author' | 'outlet' | 'dates' | 'addresses' | 'tags' | 'blocks'
>;

/**
 * Reads an SGML text of a news collection: its headline, and its text without tags. Several reports in one file become
 * one article with their headlines. Returns `null` for any other text.
 */
export function readNewsSgml(text: string): NewsText | null {
  if (!START.test(text)) return null;
  const reports = findAll(parseMarkup(text, 'html'), 'doc');
  const [first] = reports;
  if (first === undefined) return null;
  const headline = headlineOf(first);
  const isAlone = reports.length === 1;
  return {
    title: headline,
    author: isAlone ? stated(first, AUTHOR) : null,
    outlet: isAlone ? stated(first, OUTLET) : null,
    dates: isAlone ? datesOf(first) : [],
    addresses: isAlone ? [stated(first, ['url'])?.value ?? null] : [],
    blocks: reports.flatMap((report) => {
      const title = headlineOf(report);
      const heading =
        isAlone || title === null ? [] : [{ kind: 'heading' as const, text: title.value }];
      return [...heading, ...bodyOf(report)];
    }),
  };
}

const headlineOf = (report: MarkupElement): Found | null => stated(report, HEADLINE);

function datesOf(report: MarkupElement): (string | null)[] {
  const number = report.attributes.get('id') ?? stated(report, ['docno', 'docid'])?.value ?? '';
  return [stated(report, DATE)?.value ?? null, DAY_IN_NUMBER.exec(number)?.[1] ?? null];
}

function stated(report: MarkupElement, names: readonly string[]): Found | null {
  for (const name of names) {
    const element = findFirst(report, name);
    const value = element ? oneLine(textOf(element)) : '';
    if (value !== '') return { value, from: 'metadata' };
  }
  return null;
}

/** Returns the elements `<TEXT>`. Without one, the whole report is text, except for its details. */
function bodyOf(report: MarkupElement): ImportedBlock[] {
  const bodies = findAll(report, 'text');
  if (bodies.length === 0) return readParagraphs(textOf({ ...report, children: proseOf(report) }));
  return bodies.flatMap((body) =>
    findFirst(body, 'p') ? readBlocks(body) : readParagraphs(textOf(body)),
  );
}

/** Returns the text outside the report's elements, such as its number. */
function proseOf({ children }: MarkupElement): MarkupElement['children'] {
  return children.filter((child) => typeof child === 'string' || child.name === 'p');
}
