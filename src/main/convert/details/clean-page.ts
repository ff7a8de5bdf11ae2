import type { Found, ImportedBlock } from '../document.ts';
import { isProse } from '../prose.ts';
import { readDate } from './dates.ts';
import { readsAsHeadline, wordsOf } from './headline.ts';
import { MASTHEAD, READ_ALSO_HEADING, isPageLine } from './page-lines.ts';
import { plainLetters } from './plain-letters.ts';

export interface CleanPage {
  readonly blocks: readonly ImportedBlock[];
  readonly title: Found | null;
  /** The line of the head that is a date, unchanged. */
  readonly dateLine: string | null;
  /** The lines that were left out. */
  readonly left: readonly string[];
}

/** A text of at least this length belongs to the body, UTF-16 units. */
const MIN_BODY_UTF16 = 120;
/** Most blocks above the body. */
const MAX_HEAD = 15;
/** Fewest words of a headline. Shorter lines above an article are labels, names and captions. */
const MIN_TITLE_WORDS = 5;

/**
 * Finds the article among the lines of a page. Lines that belong to the page are removed everywhere. Above the body,
 * title and date are taken out, and repeated lines (captions, names) are removed.
 *
 * A text without any such line is not a page and keeps every line; only its first line may become the title.
 *
 * @param title  the title when the file states it
 */
export function cleanPage(blocks: readonly ImportedBlock[], title: Found | null): CleanPage {
  const left: string[] = [];
  const kept = withoutPageLines(blocks, left);
  const start = bodyStart(kept);
  const head = kept.slice(0, start);
  const isPage = left.length > 0 || new Set(head.map(keyOf)).size < head.length;
  // A single line is the text itself and not a title.
  const found = title ?? (new Set(kept.map(keyOf)).size > 1 ? titleOf(head, isPage) : null);
  const titleKey = found ? plainLetters(found.value) : null;
  const dateBlock = head.find((block) => readDate(block.text) !== null);
  const isDropped = (block: ImportedBlock): boolean => {
    if (keyOf(block) === titleKey || block === dateBlock) return true;
    return isPage && isSaidTwice(block, head);
  };
  for (const block of head)
    if (keyOf(block) !== titleKey && isDropped(block)) left.push(block.text);
  return {
    blocks: [...head.filter((block) => !isDropped(block)), ...kept.slice(start)],
    title: found,
    dateLine: dateBlock?.text ?? null,
    left: left.filter((line) => line !== dateBlock?.text),
  };
}

function withoutPageLines(blocks: readonly ImportedBlock[], left: string[]): ImportedBlock[] {
  const kept: ImportedBlock[] = [];
  let isName = false;
  let isList = false;
  for (const block of blocks) {
    const plain = keyOf(block);
    const isMasthead = MASTHEAD.test(plain);
    const isPersonsName = isName && wordsOf(block.text).length <= 4;
    const isListed: boolean = isList && block.kind === 'item';
    if (isPageLine(plain) || isMasthead || isPersonsName || isListed) left.push(block.text);
    else kept.push(block);
    isName = isMasthead;
    isList = isListed || READ_ALSO_HEADING.test(plain);
  }
  return kept;
}

/** Returns where the head ends: at the first long text, or at the first text that ends like a sentence. */
function bodyStart(blocks: readonly ImportedBlock[]): number {
  const start = blocks.findIndex(
    ({ kind, text }) =>
      kind === 'item' ||
      text.length >= MIN_BODY_UTF16 ||
      // A headline may end with a question mark.
      (kind !== 'heading' && /[^.…][.؟!]["'”»)\]]*$/u.test(text)),
  );
  return start === -1 || start > MAX_HEAD ? Math.min(1, blocks.length) : start;
}

/** Returns the line of the head that reads like a headline: a repeated line, else a heading, else the first. */
function titleOf(head: readonly ImportedBlock[], isPage: boolean): Found | null {
  const lines = head.filter(
    (block) =>
      (block.kind === 'heading' || isProse(block)) &&
      readsAsHeadline(block.text) &&
      readDate(block.text) === null &&
      (!isPage || block.kind === 'heading' || wordsOf(block.text).length >= MIN_TITLE_WORDS),
  );
  const long = lines.filter(({ text }) => wordsOf(text).length >= MIN_TITLE_WORDS);
  const chosen =
    long.find((line) => isSaidTwice(line, head)) ??
    (isPage ? long[0] : undefined) ??
    lines.find(({ kind }) => kind === 'heading') ??
    (lines[0] === head[0] ? lines[0] : undefined);
  return chosen ? { value: chosen.text, from: 'text' } : null;
}

function isSaidTwice(block: ImportedBlock, head: readonly ImportedBlock[]): boolean {
  return head.filter((other) => keyOf(other) === keyOf(block)).length > 1;
}

function keyOf({ text }: ImportedBlock): string {
  return text.length > 400 ? text : plainLetters(text).toLowerCase();
}
