import { tokenize } from '#shared/arabic/tokenize.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { SearchableArticle } from './engine.ts';
import { MAX_WORD_UTF16 } from './index-keys.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An article as the search knows it: its words as numbers, in reading order, the title's first. */
export interface IndexedArticle {
  readonly article: SearchableArticle;
  readonly words: Uint32Array;
  /** Where each word stands, in UTF-16 units of the title or of the canonical text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly titleWords: number;
}

/** Splits an article into numbered words. Runs too long to be words are left out. */
export function readArticle(article: SearchableArticle, vocabulary: Vocabulary): IndexedArticle {
  const isWord = ({ text }: { readonly text: string }): boolean => text.length <= MAX_WORD_UTF16;
  const title = tokenize(article.title).filter(isWord);
  const tokens = [...title, ...tokenize(canonicalText(article.blocks)).filter(isWord)];
  const words = new Uint32Array(tokens.length);
  const starts = new Uint32Array(tokens.length);
  const ends = new Uint32Array(tokens.length);
  for (const [at, token] of tokens.entries()) {
    words[at] = vocabulary.intern(token.text);
    starts[at] = token.start;
    ends[at] = token.end;
  }
  return { article, words, starts, ends, titleWords: title.length };
}
