import { describe, expect, it } from 'vitest';
import type { DocumentFormat, ImportedBlock } from '#main/convert/document.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { expectedBlocks } from './expected-blocks.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';
import { SAMPLE_FORMATS } from './sample-formats.ts';

async function read(bytes: Uint8Array, name: string) {
  const outcome = await readDocument(bytes, name);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

/** Keeps the kinds and words. The structure of Word documents has tests of its own. */
const words = (blocks: readonly ImportedBlock[]) =>
  blocks.map(({ kind, text }) => ({ kind, text }));

/** Keeps only which blocks are items, because plain text and PDF have marks for nothing else. */
function plain(blocks: readonly ImportedBlock[]) {
  return blocks.map(({ kind, text }) => ({ isItem: kind === 'item', text }));
}

/** How much of a document is compared; without an entry everything is. */
const SEEN: Partial<Record<DocumentFormat, (blocks: readonly ImportedBlock[]) => unknown>> = {
  text: plain,
  pdf: plain,
  docx: words,
};

describe.each(SAMPLE_FORMATS)('$format', ({ format, write, ending, states }) => {
  it.each(SAMPLE_ARTICLES)('gives back $name word for word and part by part', async (article) => {
    const document = await read(await write(article), `file.${ending}`);

    const seen = SEEN[format] ?? ((blocks: readonly ImportedBlock[]) => blocks);
    expect(seen(document.blocks)).toEqual(seen(expectedBlocks(article, format)));
    expect(document.format).toBe(format);
    expect(document.title?.value).toBe(article.title);
    expect([document.language, document.direction]).toEqual(['ar', 'rtl']);
  });

  it('gives back the details that the file states', async () => {
    const [article] = SAMPLE_ARTICLES;
    const document = await read(await write(article!), `file.${ending}`);

    const stated = (key: 'author' | 'date') =>
      states.includes(key) ? { value: article![key], from: 'metadata' } : null;
    expect(document.author).toEqual(stated('author'));
    expect(document.date).toEqual(stated('date'));
  });
});
