import { joinOnOneLine, oneLine } from '../clean-text.ts';
import { plainLetters } from '../details/plain-letters.ts';
import type { DraftBlock, Found } from '../document.ts';
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

/**
 * A heading, with one bar per level, or the name of a person in a biographical dictionary. `AUTO` means that a program
 * found it, and `|PARATEXT|` or another word in bars names a part that the editor added.
 */
const HEADING = /^### (?:(\|{1,20})|\${1,20})(?:[A-Z]{2,20}\|)?(?:\s?AUTO\b)?/u;
/** The beginning of a paragraph's line. */
const PARAGRAPH = /^#+(?:\s?\|)?/u;
/** The end of a printed page, with volume and page. `PageV00P000` means that they are not known. */
const PAGE_END = /\bPageV(\d+)P(\d+)[A-Z]?\b/u;
/** Milestones, and tags around words. */
const TAGS = /\bms\d+\b|\bMilestone\d+\b|@[A-Z]+\d*@?/gu;
/** The sign before the headings of some collections. */
const STAR = /^\* /u;
/** The sign between the halves of a verse. */
const CAESURA = '%~%';
/** What is written between the halves of a verse. */
const HALVES_GAP = ' … ';
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

function readBody(body: string): DraftBlock[] {
  const lines = body
    .split('\n')
    // A line that begins with `~~` continues the line before.
    .reduce<string[]>((all, line) => {
      if (line.startsWith('~~') && all.length > 0)
        all[all.length - 1] += ` ${line.replace(/^~+/u, '')}`;
      else all.push(line);
      return all;
    }, []);
  const reader = new BodyReader();
  for (const line of lines) reader.line(line);
  return reader.finish();
}

/** A place in a block where a printed page begins. */
interface PageBegin {
  readonly block: number;
  /** UTF-16 units of the block's text. */
  readonly at: number;
}

/** A page whose end, which names it, was found. */
interface WholePage extends PageBegin {
  readonly end: { readonly volume: number; readonly page: number };
}

class BodyReader {
  private readonly blocks: DraftBlock[] = [];
  private readonly pages: WholePage[] = [];
  private begin: PageBegin = { block: 0, at: 0 };
  /** The level of the last heading with bars. */
  private level = 0;

  line(line: string): void {
    const heading = HEADING.exec(line);
    const words = line.replace(heading ? HEADING : PARAGRAPH, '');
    const text = this.readPages(words);
    if (text === '') return;
    const isHeading = heading !== null && text.length <= MAX_HEADING_UTF16;
    if (isHeading) this.blocks.push({ kind: 'heading', text, level: this.levelOf(heading[1]) });
    else if (words.includes(CAESURA)) this.blocks.push(verse(text));
    else this.blocks.push({ kind: 'paragraph', text });
  }

  /** Returns the blocks with the pages that begin in them. */
  finish(): DraftBlock[] {
    const known = this.pages.filter(({ end }) => end.page > 0);
    const hasVolumes = new Set(known.map(({ end }) => end.volume)).size > 1;
    const labels = new Map<number, { label: string; at: number }[]>();
    for (const { block, at, end } of known) {
      const label = hasVolumes ? `ج ${end.volume} ص ${end.page}` : String(end.page);
      labels.set(block, [...(labels.get(block) ?? []), { label, at }]);
    }
    return this.blocks.map((block, index) => {
      const pages = labels.get(index);
      return pages ? { ...block, pages } : block;
    });
  }

  /** Returns the text of a line without tags, and remembers where pages begin in it; empty for a line of tags. */
  private readPages(words: string): string {
    const pieces = words.split(PAGE_END);
    const { text: plain, starts } = joinOnOneLine(
      pieces.filter((_piece, index) => index % 3 === 0).map((piece) => `${untagged(piece)} `),
    );
    const star = STAR.exec(plain)?.[0].length ?? 0;
    const text = plain.slice(star);
    const isText = /[\p{L}\p{N}]/u.test(text);
    for (const [index, start] of starts.slice(1).entries()) {
      const end = { volume: Number(pieces[3 * index + 1]), page: Number(pieces[3 * index + 2]) };
      this.pages.push({ ...this.begin, end });
      this.begin = this.placeOf(isText ? text : '', Math.max(start - star, 0));
    }
    return isText ? text : '';
  }

  /** Returns a place in the block that is being read, or the beginning of the next block when it is at the end. */
  private placeOf(text: string, at: number): PageBegin {
    const block = this.blocks.length;
    if (text === '') return { block, at: 0 };
    return at < text.length ? { block, at } : { block: block + 1, at: 0 };
  }

  /** The level of a heading is the number of its bars; that of a person is below the heading before it. */
  private levelOf(bars: string | undefined): number {
    if (bars === undefined) return Math.min(this.level + 1, 6);
    this.level = Math.min(bars.length, 6);
    return this.level;
  }
}

const untagged = (piece: string): string =>
  piece.replaceAll(CAESURA, HALVES_GAP).replace(TAGS, ' ');

function verse(text: string): DraftBlock {
  const halves = text.split(HALVES_GAP);
  const [first = ''] = halves;
  const start = first.length + HALVES_GAP.length;
  if (halves.length !== 2) return { kind: 'verse', text };
  return {
    kind: 'verse',
    text,
    halves: [
      { start: 0, end: first.length },
      { start, end: text.length },
    ],
  };
}
