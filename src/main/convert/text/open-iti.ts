import { oneLine } from '../clean-text.ts';
import { plainLetters } from '../details/plain-letters.ts';
import type { Found, ImportedBlock } from '../document.ts';
import type { Draft } from '../finish-document.ts';

/** The first line of every text of the Open Islamicate Texts Initiative. */
const MAGIC = /^\s*######OpenITI#/u;
const HEADER_END = /^#META#Header#End#.*$/mu;
/** Begins a field: `#META# 010.AuthorNAME :: …`, `#META# المؤلف: …`. */
const META = '#META#';
/** The number by which the fields are ordered. */
const FIELD_NUMBER = /^[\s\d.]+/u;
/** Values that mean "not known". */
const NOTHING = /^(?:NODATA|NOTGIVEN|NOCODE|none|-|\(?بدون\)?|\?*)$/iu;

/** Names of the fields in the variants of the header, without blanks and marks; the best first. */
const TITLE = ['booktitle', 'title', 'الكتاب', 'عنوانالكتاب', 'العنوان', 'اسمالكتاب'];
const AUTHOR = ['authorname', 'author', 'المؤلف', 'اسمالمؤلف', 'مؤلف', 'authoraka', 'auth'];
const PUBLISHER = ['edpublisher', 'publisher', 'الناشر'];
const EDITION_DATE = ['edyear', 'edition', 'edall', 'ednumber', 'تاريخالنشر', 'سنهالنشر'];
const ADDRESS = ['liburl', 'libreadonline', 'url'];

/** A heading, with one bar per level. `AUTO` means that a program found it. */
const HEADING = /^### (?:\|+|\$+)(?:\s?AUTO\b)?/u;
/** The beginning of a paragraph's line. */
const PARAGRAPH = /^#+(?:\s?\|)?/u;
/** Page ends, milestones, and tags around words. */
const TAGS = /\bPageV\d+P\d+[A-Z]?\b|\bms\d+\b|\bMilestone\d+\b|@[A-Z]+\d*@?/gu;
/** The sign before the headings of some collections. */
const STAR = /^\* /u;
/** The sign between the halves of a verse. */
const CAESURA = '%~%';
/** Longest name of a field with its prefix, UTF-16 units. */
const MAX_NAME_UTF16 = 80;
/** A longer heading is a paragraph that was wrongly marked, UTF-16 units. */
const MAX_HEADING_UTF16 = 200;

type OpenItiText = Pick<Draft, 'title' | 'author' | 'outlet' | 'dates' | 'addresses' | 'blocks'>;

/** Reads an OpenITI text: the details of its header, its headings and paragraphs; `null` for any other text. */
export function readOpenIti(text: string): OpenItiText | null {
  if (!MAGIC.test(text)) return null;
  const end = HEADER_END.exec(text);
  const fields = readHeader(end ? text.slice(0, end.index) : text);
  const stated = (names: readonly string[]): Found | null => {
    const value = names.map((name) => fields.get(name)).find((known) => known !== undefined);
    return value === undefined ? null : { value, from: 'metadata' };
  };
  const all = (names: readonly string[]): string[] =>
    names.map((name) => fields.get(name)).filter((value) => value !== undefined);
  return {
    title: stated(TITLE),
    author: stated(AUTHOR),
    outlet: stated(PUBLISHER),
    dates: all(EDITION_DATE).map(yearOfEdition),
    addresses: all(ADDRESS),
    blocks: readBody(end ? text.slice(end.index + end[0].length) : text.replace(MAGIC, '')),
  };
}

function readHeader(header: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  // One field may contain a whole catalogue card, whose lines end with ¶.
  const lines = header
    .split('\n')
    .flatMap((line) => line.split('¶').map((piece, at) => (at === 0 ? piece : `#META# ${piece}`)));
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (!line.startsWith(META) || colon === -1 || colon > MAX_NAME_UTF16) continue;
    const name = line.slice(META.length, colon).replace(FIELD_NUMBER, '');
    const key = plainLetters(name).toLowerCase().replaceAll(' ', '');
    const known = oneLine(line.slice(colon + 1).replace(/^:/u, ''));
    if (key !== '' && !NOTHING.test(known) && !fields.has(key)) fields.set(key, known);
  }
  return fields;
}

/** Returns the year of an edition: «الأولى، 1418هـ - 1997م» is of 1997. A single year counts as Hijri if it can be. */
function yearOfEdition(edition: string): string | null {
  const plain = plainLetters(edition);
  const common = /\b(1[6-9]\d{2}|20\d{2})\b/u.exec(plain)?.[1];
  if (common !== undefined) return common;
  const hijri = /\b(1[2-5]\d{2})(?!\d)/u.exec(plain)?.[1];
  return hijri === undefined ? null : `${hijri} هـ`;
}

function readBody(body: string): ImportedBlock[] {
  const lines = body
    .split('\n')
    // A line that begins with `~~` continues the line before.
    .reduce<string[]>((all, line) => {
      if (line.startsWith('~~') && all.length > 0)
        all[all.length - 1] += ` ${line.replace(/^~+/u, '')}`;
      else all.push(line);
      return all;
    }, []);
  return lines.flatMap((line) => {
    const isHeading = HEADING.test(line);
    const words = line.replace(isHeading ? HEADING : PARAGRAPH, '').replaceAll(CAESURA, ' … ');
    const text = oneLine(words.replace(TAGS, ' ')).replace(STAR, '');
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const kind = isHeading && text.length <= MAX_HEADING_UTF16 ? 'heading' : 'paragraph';
    return [{ kind, text }];
  });
}
