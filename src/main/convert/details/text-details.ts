import type { ImportRemark } from '#shared/domain/import-codes.ts';
import type { Found, ImportedBlock } from '../document.ts';
import { isProse } from '../prose.ts';
import { type ReadDate, readDate } from './dates.ts';
import { wordsOf } from './headline.ts';
import { WEEKDAYS } from './month-names.ts';
import { plainLetters } from './plain-letters.ts';

/** How many paragraphs at the beginning are searched for a date in brackets, which is then the day of the report. */
const MAX_DATED_BLOCKS = 4;
/** How far before the brackets "today" or the weekday may be, UTF-16 units. */
const NEAR_UTF16 = 60;

const OPEN = '[«“"„]';
const CLOSE = '[»”"“]';
const NAME = `${OPEN}\\s{0,3}([^»”“"«]{2,30}?)\\s{0,3}${CLOSE}`;

/** «…، وتابعه "الاسم"»: a report names the outlet that followed the news, which is the outlet that publishes it. */
const FOLLOWED_BY = new RegExp(
  `(?:^|\\s)و?(?:تابعه|تابعته|تابعها|تلقاه|تلقته|تلقى|تلقت|اطلع عليه|اطلعت عليه|حصل عليه)\\s+(?:(?:موقع|وكالة|صحيفة|شبكة|قناة)\\s+)?${NAME}`,
  'gu',
);
/** «انضم إلى قائمة من يقدّرون محتوى الاسم واشترك بنشرتنا»: the line names the outlet, and is left out of the article. */
const SUBSCRIBE_TO = /محتوى\s{1,3}(.{2,30}?)\s{1,3}واشترك/u;
const SOURCE_LINE = /^(?:المصدر|نقلا عن|نقلًا عن)\s*[:：/]\s*(.{2,40}?)\.?$/u;
/** A place line such as «بغداد – ناس» above the first paragraph. */
const DATELINE = /^\p{L}[\p{L} ]{1,25}\s*[–—\-/]\s*(\p{L}[\p{L} ]{1,25})$/u;
/** Words that mark the end of an agency's report. */
const END_MARKS = /^(?:انتهي|تمت|يتبع|النهايه)$/u;

/** Returns the outlet if the text itself names it, without guessing. */
export function outletInText(
  blocks: readonly ImportedBlock[],
  left: readonly string[],
): Found | null {
  const subscribed = left.map((line) => SUBSCRIBE_TO.exec(line)?.[1]).find((name) => name);
  const value = subscribed ?? sourceLine(blocks) ?? followed(blocks) ?? signature(blocks) ?? null;
  return value === null ? null : { value, from: 'text' };
}

function sourceLine(blocks: readonly ImportedBlock[]): string | undefined {
  return blocks
    .slice(-5)
    .map(({ text }) => SOURCE_LINE.exec(text)?.[1]?.replace(/["«»“”]/gu, ''))
    .find((name) => name);
}

/** Returns the name in most such sentences, or else the name in the place line if the text also quotes it. */
function followed(blocks: readonly ImportedBlock[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of blocks) {
    for (const [, name = ''] of text.matchAll(FOLLOWED_BY)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [name] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const dateline = DATELINE.exec(blocks.find(({ kind }) => kind !== 'heading')?.text ?? '')?.[1];
  return name ?? (dateline !== undefined && isQuoted(dateline, blocks) ? dateline : undefined);
}

function isQuoted(name: string, blocks: readonly ImportedBlock[]): boolean {
  return blocks.some(({ text }) =>
    [`"${name}"`, `«${name}»`, `“${name}”`].some((q) => text.includes(q)),
  );
}

/** Returns the signature of a report: a single word after the last paragraph. */
function signature(blocks: readonly ImportedBlock[]): string | undefined {
  const last = blocks.at(-1);
  const before = blocks.at(-2);
  if (!last || !before || blocks.length < 3) return undefined;
  const isSigned =
    last.kind !== 'item' &&
    last.kind !== 'image' &&
    /^[\p{L}\p{M}]{3,20}$/u.test(last.text) &&
    !END_MARKS.test(plainLetters(last.text)) &&
    isProse(before) &&
    /[.؟!»”")]$/u.test(before.text);
  return isSigned ? last.text : undefined;
}

/** Removes a last line that is only the outlet's name, because the name is now a detail. */
export function withoutSignature(
  blocks: readonly ImportedBlock[],
  outlet: Found | null,
): readonly ImportedBlock[] {
  return outlet && blocks.length > 1 && blocks.at(-1)?.text === outlet.value
    ? blocks.slice(0, -1)
    : blocks;
}

export interface DateInText {
  readonly text: string;
  readonly read: ReadDate;
}

/** Returns the date of a report: a separate line in the head, or a date in brackets after "today" or a weekday. */
export function dateInText(
  blocks: readonly ImportedBlock[],
  dateLine: string | null,
): DateInText | null {
  if (dateLine !== null) {
    const read = readDate(dateLine);
    if (read) return { text: dateLine, read };
  }
  for (const { text } of blocks.slice(0, MAX_DATED_BLOCKS)) {
    for (const match of text.matchAll(/\(([^()]{6,40})\)/gu)) {
      const before = plainLetters(text.slice(Math.max(0, match.index - NEAR_UTF16), match.index));
      const read = saysToday(before) ? readDate(match[1] ?? '') : null;
      if (read) return { text: match[1] ?? '', read };
    }
  }
  return null;
}

function saysToday(plain: string): boolean {
  return wordsOf(plain).some(
    (word) => word === 'اليوم' || word === 'يوم' || WEEKDAYS.includes(word),
  );
}

/** Returns the remarks about a date that is not certain. */
export function remarkOnDate({ text, read }: DateInText): ImportRemark[] {
  if (read.calendar === 'hijri') return [{ code: 'import/date-from-hijri', params: { text } }];
  return /[?~X]/u.test(read.edtf) ? [{ code: 'import/date-uncertain', params: { text } }] : [];
}
