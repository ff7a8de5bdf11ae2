import { createHash } from 'node:crypto';
import type { Block } from '#shared/domain/block.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { SearchableArticle } from './engine.ts';

/** Builds an article for a test: `# ` starts a heading, `> ` the standfirst. */
export function anArticle(
  id: string,
  title: string,
  ...texts: readonly string[]
): SearchableArticle {
  const blocks = texts.map((text, index): Block => ({
    id: `b${index}`,
    kind: text.startsWith('# ') ? 'heading' : text.startsWith('> ') ? 'standfirst' : 'paragraph',
    text: text.replace(/^[#>] /u, ''),
  }));
  const contentHash = createHash('sha256').update(canonicalText(blocks)).digest('hex');
  // Tests choose ids that match the pattern.
  return { id: id as SearchableArticle['id'], title, blocks, contentHash };
}
