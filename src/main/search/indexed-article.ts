import { tokenize } from '#shared/arabic/tokenize.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { SearchableArticle } from './engine.ts';
import { MAX_WORD_UTF16 } from './index-keys.ts';
import type { Vocabulary } from './vocabulary.ts';
import { sha256 } from '../disk/checksum.ts';

/** A text with a title as word numbers in reading order, those of the title first. */
export interface IndexedText {
  readonly words: Uint32Array;
  /** Start and end of each word, in UTF-16 units of the title or of the canonical text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly titleWords: number;
}

export interface IndexedArticle extends IndexedText {
  readonly id: SearchableArticle['id'];
  /** A hash of title, text and structure, from `stampOf`. */
  readonly stamp: string;
  /** The article with its text; an article from a stored segment parses its text at each access. */
  readonly article: SearchableArticle;
}

/**
 * Returns a hash that changes with the title, the text or the structure of an article. The content hash is not enough,
 * because the title is searched as well, and places are named by chapter and page.
 */
export function stampOf({
  contentHash,
  title,
  convertedBy,
}: Pick<SearchableArticle, 'contentHash' | 'title' | 'convertedBy'>): string {
  const version = convertedBy === undefined ? '' : ` ${convertedBy}`;
  return sha256(`${contentHash} ${title}${version}`);
}

/** Splits an article into numbered words. */
export function readArticle(article: SearchableArticle, vocabulary: Vocabulary): IndexedArticle {
  return {
    id: article.id,
    stamp: stampOf(article),
    article,
    ...readText(article.title, canonicalText(article.blocks), vocabulary),
  };
}

/** Splits a title and a text into numbered words. Runs too long to be words are left out. */
export function readText(title: string, text: string, vocabulary: Vocabulary): IndexedText {
  const isWord = ({ text }: { readonly text: string }): boolean => text.length <= MAX_WORD_UTF16;
  const titleTokens = tokenize(title).filter(isWord);
  const tokens = [...titleTokens, ...tokenize(text).filter(isWord)];
  const words = new Uint32Array(tokens.length);
  const starts = new Uint32Array(tokens.length);
  const ends = new Uint32Array(tokens.length);
  for (const [at, token] of tokens.entries()) {
    words[at] = vocabulary.intern(token.text);
    starts[at] = token.start;
    ends[at] = token.end;
  }
  return { words, starts, ends, titleWords: titleTokens.length };
}
