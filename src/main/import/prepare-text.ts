import type { Article } from '#shared/domain/article.ts';
import type { Block } from '#shared/domain/block.ts';
import { countWords } from '#shared/domain/text.ts';
import type { ImportedBlock } from '../convert/document.ts';
import { createPace } from '../disk/turns.ts';
import { startSha256 } from '../disk/checksum.ts';

/** The text of an article, with its hash and its number of words. */
export type PreparedText = Pick<Article, 'blocks' | 'contentHash' | 'wordCount'>;

/** How many blocks are processed before the time is checked. */
const BLOCKS_AT_ONCE = 200;

/**
 * Numbers the blocks, hashes the canonical text and counts its words. It takes turns, because a book takes some hundred
 * milliseconds.
 */
export async function prepareText(imported: readonly ImportedBlock[]): Promise<PreparedText> {
  const pace = createPace();
  const hash = startSha256();
  const blocks: Block[] = [];
  let wordCount = 0;
  for (const block of imported) {
    const { text } = block;
    const index = blocks.push({ id: `b${blocks.length}`, ...block });
    hash.update(index === 1 ? text : `\n${text}`, 'utf8');
    wordCount += countWords(text);
    if (index % BLOCKS_AT_ONCE === 0) await pace();
  }
  return { blocks, contentHash: hash.digest('hex'), wordCount };
}
