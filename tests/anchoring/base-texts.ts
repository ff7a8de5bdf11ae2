import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '#main/library/parse-article.ts';
import { canonicalText } from '#shared/domain/text.ts';

const FOLDER = 'resources/articles';

/** Reads the canonical texts of the bundled library, and all as one text, where sentences have more look-alikes. */
export function readBaseTexts(): readonly string[] {
  const texts = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => {
      const article = parseArticle(name, readFileSync(join(FOLDER, name), 'utf8'));
      if (!article.ok) throw new Error(`${name} does not parse`);
      return canonicalText(article.value.blocks);
    });
  return [...texts, texts.join('\n')];
}
