import { docxParts } from './write-docx.ts';
import { epubParts } from './write-epub.ts';
import type { Random } from '../support/seeded-random.ts';
import { mutate } from './mutate.ts';
import { SAMPLE_ARTICLES, type SampleArticle } from './sample-articles.ts';
import type { SampleFormat } from './sample-formats.ts';
import { type ZipPart, writeZip } from './write-zip.ts';

/** The parts of archives. An archive is also damaged inside: a part is changed and packed again. */
const PARTS: Partial<Record<string, (article: SampleArticle) => ZipPart[]>> = {
  epub: epubParts,
  docx: docxParts,
};

/** Makes a damaged file of a format. */
export async function makeMutant(format: SampleFormat, random: Random): Promise<Uint8Array> {
  const article = SAMPLE_ARTICLES[Math.floor(random() * SAMPLE_ARTICLES.length)]!;
  const parts = PARTS[format.format]?.(article);
  if (parts === undefined || random() < 0.3) return mutate(await format.write(article), random);
  const chosen = Math.floor(random() * parts.length);
  return writeZip(
    parts.map((part, at) =>
      at === chosen ? { ...part, bytes: mutate(Buffer.from(part.bytes), random) } : part,
    ),
  );
}
