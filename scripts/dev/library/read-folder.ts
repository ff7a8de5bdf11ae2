import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '#main/library/parse-article.ts';
import type { SearchableArticle } from '#main/search/engine.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Block } from '#shared/domain/block.ts';
import { canonicalText } from '#shared/domain/text.ts';

const BUNDLED = 'resources/articles';

export interface NamedArticle {
  /** The file's name, or the bundled article's id. */
  readonly name: string;
  readonly article: SearchableArticle;
}

/** Reads the bundled articles of this checkout. */
export function readBundledArticles(): { name: string; article: Article }[] {
  return readdirSync(BUNDLED)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      const parsed = parseArticle(file, readFileSync(join(BUNDLED, file), 'utf8'));
      return parsed.ok ? [{ name: parsed.value.id, article: parsed.value }] : [];
    });
}

/** Reads a folder's .txt and .md files: the first line is the title, every other line with text a paragraph. */
export function readFolder(folder: string): NamedArticle[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/iu.test(file))
    .sort()
    .map((file, number) => {
      const [title = '', ...lines] = readFileSync(join(folder, file), 'utf8')
        .replace(/^\uFEFF/u, '')
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const blocks = lines.map((line, index): Block => toBlock(line, index, file));
      const contentHash = createHash('sha256').update(canonicalText(blocks)).digest('hex');
      // A number matches the pattern of ids, which a file name may not.
      const id = `file-${number}` as SearchableArticle['id'];
      return {
        name: file,
        article: { id, title: withoutHashes(title, file), blocks, contentHash },
      };
    });
}

function toBlock(line: string, index: number, file: string): Block {
  const text = withoutHashes(line, file);
  return { id: `b${index}`, kind: text === line ? 'paragraph' : 'heading', text };
}

function withoutHashes(line: string, file: string): string {
  return file.toLowerCase().endsWith('.md') ? line.replace(/^#{1,6}\s+/u, '') : line;
}
