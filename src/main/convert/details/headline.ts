import { MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';

/** Longest line that can be a headline, UTF-16 units. */
const MAX_HEADLINE_UTF16 = 160;
const MAX_HEADLINE_WORDS = 25;
const MIN_HEADLINE_WORDS = 2;
/** Fewest words of a file name that can be a title, because one or two words are a label. */
const MIN_NAME_WORDS = 3;

/** Tells whether a line can be the title of what follows: it is short, and not a sentence with a full stop. */
export function readsAsHeadline(line: string): boolean {
  const words = wordsOf(line).length;
  return (
    line.length <= MAX_HEADLINE_UTF16 &&
    words >= MIN_HEADLINE_WORDS &&
    words <= MAX_HEADLINE_WORDS &&
    !/[^.…][.؛،,;]["'”»)\]]*$/u.test(line) &&
    // A stop inside the line ends a sentence, but two dots are a pause in a headline.
    !/[^.][.!؟?]["”»]?\s+\S/u.test(line.replace(/\.{2,}/gu, '…'))
  );
}

/** Returns the title in a file name of at least three words, unless a program created the name. */
export function titleInName(name: string): string | null {
  const base = name
    .replace(/^.*[/\\]/u, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '')
    .replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/gu, ''); // oxlint-disable-line no-control-regex -- never in a title
  const words = base.split(/[\s_+-]+/u).filter((word) => word !== '');
  const good = words.filter((word) => /^[\p{L}\p{M}،:«»"']{2,}$/u.test(word));
  if (good.length < MIN_NAME_WORDS || good.length < words.length * 0.6) return null;
  return words.join(' ').slice(0, MAX_TITLE_UTF16);
}

export function wordsOf(line: string): string[] {
  return line.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
}
