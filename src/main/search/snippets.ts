import type { Block } from '#shared/domain/block.ts';
import { isParagraph } from '#shared/document/paragraphs.ts';
import { placeOf } from '#shared/document/places.ts';
import type { Excerpt, Match, Snippet } from '#shared/domain/search-result.ts';
import type { SearchableArticle } from './engine.ts';

const MAX_SNIPPETS = 3;
/**
 * Most matches marked in all snippets of an article. Where nearly every word matches, one snippet says as much as
 * three.
 */
const MAX_MARKS = 24;
/** A comfortable length of a snippet in a result, in UTF-16 units. */
const SNIPPET_UTF16 = 220;
/** Length of the text before the first match, in UTF-16 units. */
const LEAD_UTF16 = 60;

interface NumberedBlock {
  readonly block: Block;
  readonly start: number;
  readonly paragraph: number;
}

/**
 * Cuts at most three snippets out of an article, in reading order, preferring those with the most different forms. A
 * snippet begins and ends at whole words and stays within one block.
 *
 * @param matches matches in reading order
 */
export function cutSnippets(article: SearchableArticle, matches: readonly Match[]): Snippet[] {
  const inText = matches.filter((match) => match.field === 'text');
  const pieces: { snippet: Snippet; worth: number }[] = [];
  let next = 0;
  for (const numbered of numberBlocks(article)) {
    const end = numbered.start + numbered.block.text.length;
    const first = next;
    while ((inText[next]?.start ?? Infinity) < end) next += 1;
    // A match that continues in the next block belongs to no snippet.
    const marks = inText.slice(first, next).filter((match) => match.end <= end);
    pieces.push(...cutBlock(article, numbered, marks));
  }
  pieces.sort((a, b) => b.worth - a.worth);
  return withFewMarks(pieces.slice(0, MAX_SNIPPETS).map(({ snippet }) => snippet)).sort(
    (a, b) => a.start - b.start,
  );
}

/** Cuts a piece out of a text around its first match; without matches it is the beginning of the text. */
export function cutExcerpt(
  text: string,
  matches: readonly Pick<Match, 'start' | 'end'>[],
): Excerpt {
  const [first = { start: 0, end: 0 }] = matches;
  const from = wordStart(text, first.start - LEAD_UTF16);
  const to = wordEnd(text, Math.max(from + SNIPPET_UTF16, first.end));
  return {
    text: text.slice(from, to),
    cutBefore: from > 0,
    cutAfter: to < text.length,
    marks: matches
      .filter(({ end }) => end <= to)
      .map(({ start, end }) => ({ start: start - from, end: end - from })),
  };
}

function withFewMarks(snippets: readonly Snippet[]): Snippet[] {
  let marks = 0;
  return snippets.filter((snippet, index) => {
    marks += snippet.marks.length;
    return index === 0 || marks <= MAX_MARKS;
  });
}

/** Numbers the blocks: paragraphs from 1, the standfirst 0, a heading like the paragraph before it. */
function numberBlocks(article: SearchableArticle): NumberedBlock[] {
  let start = 0;
  let paragraph = 0;
  return article.blocks.map((block) => {
    if (isParagraph(block)) paragraph += 1;
    const numbered = { block, start, paragraph: block.kind === 'standfirst' ? 0 : paragraph };
    start += block.text.length + 1;
    return numbered;
  });
}

function cutBlock(
  { structure }: Pick<SearchableArticle, 'structure'>,
  { block, start, paragraph }: NumberedBlock,
  matches: readonly Match[],
): { snippet: Snippet; worth: number }[] {
  const pieces: { snippet: Snippet; worth: number }[] = [];
  let next = 0;
  while (next < matches.length && pieces.length < MAX_SNIPPETS) {
    const first = matches[next];
    if (first === undefined) break;
    const inBlock = matches
      .slice(next)
      .map((match) => ({ start: match.start - start, end: match.end - start }));
    const excerpt = cutExcerpt(block.text, inBlock);
    const inside = matches.slice(next, next + excerpt.marks.length);
    next += Math.max(1, inside.length);
    const from = first.start - start - (excerpt.marks[0]?.start ?? 0);
    const forms = new Set(inside.map((match) => match.text));
    pieces.push({
      snippet: {
        blockId: block.id,
        paragraph,
        ...placeOf(structure, { start: first.start, end: inside.at(-1)?.end ?? first.end }),
        start: start + from,
        ...excerpt,
      },
      worth: forms.size + inside.length / 100,
    });
  }
  return pieces;
}

/** Returns the start of the word at or before an offset. In a text without spaces nearby, the offset itself is used. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.lastIndexOf(' ', at);
  return space === -1 || at - space > LEAD_UTF16 ? wholeCharacter(text, at) : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.indexOf(' ', at);
  if (space === -1) return text.length - at > LEAD_UTF16 ? wholeCharacter(text, at) : text.length;
  return space - at > LEAD_UTF16 ? wholeCharacter(text, at) : space;
}

/** Moves an offset forward out of a surrogate pair or from between a letter and its mark. */
function wholeCharacter(text: string, at: number): number {
  let end = at;
  while (end < text.length && /^[\p{M}\uDC00-\uDFFF]/u.test(text.charAt(end))) end += 1;
  return end;
}
