import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalText } from '#shared/domain/text.ts';
import { prepareText } from './prepare-text.ts';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

it('hashes the canonical text and counts its words, whatever its length', async () => {
  const { blocks, contentHash, wordCount } = await prepareText([
    paragraph('«قال» الرجل — ثم مضى 12/5 …'),
    ...Array.from({ length: 3000 }, (_, at) => paragraph(`سطر ${at} — \u{1F600}`)),
  ]);

  expect(blocks[2999]).toEqual({ id: 'b2999', kind: 'paragraph', text: 'سطر 2998 — \u{1F600}' });
  const text = canonicalText(blocks);
  expect(contentHash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  expect(wordCount).toBe(5 + 2 * 3000);
});

it('does not block the event loop during a book', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const book = Array.from({ length: 60_000 }, (_, at) =>
    paragraph(`سطر من كتاب طويل رقمه ${at} `.repeat(3)),
  );

  await prepareText(book);
  clearInterval(timer);

  expect(turns).toBeGreaterThan(2);
});
