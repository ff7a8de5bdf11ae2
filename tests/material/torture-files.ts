import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_FORMATS } from '../convert/sample-formats.ts';
import { generateArticles } from './generate-articles.ts';
import { toSample } from './library-files.ts';
import { hashOf } from '../torture/import/torture-library.ts';

/** One of so many files is refused. */
const REFUSED_EVERY = 40;
/** How many files are in one folder. */
const PER_FOLDER = 100;

/** A file to import, and its expected outcome. */
export interface TortureFile {
  readonly path: string;
  readonly sha256: string;
  /** Why the file is refused; `null` when it becomes an article. */
  readonly refusal: string | null;
  /** Words of its text, for the search. */
  readonly words: readonly string[];
}

/** Writes files of every format, each with another text, and some that are not articles. */
export async function writeTortureFiles(folder: string, count: number): Promise<TortureFile[]> {
  const files: TortureFile[] = [];
  for (const [index, generated] of generateArticles(count).entries()) {
    const place = join(folder, String(Math.floor(index / PER_FOLDER)));
    mkdirSync(place, { recursive: true });
    const { format, ending, write } = SAMPLE_FORMATS[index % SAMPLE_FORMATS.length]!;
    const refusal = refusalOf(index);
    const bytes =
      refusal === null
        ? await write(toSample(generated))
        : refusal === 'import/empty-file'
          ? new Uint8Array()
          : Buffer.from([0x89, index % 256, 0, 1, 2, 0xff, 0, index >> 8]);
    const path = join(
      place,
      `${index}-${format}.${refusal === 'import/not-text' ? 'txt' : ending}`,
    );
    writeFileSync(path, bytes);
    files.push({ path, sha256: hashOf(bytes), refusal, words: generated.title.split(' ') });
  }
  return files;
}

function refusalOf(index: number): string | null {
  if (index % REFUSED_EVERY !== REFUSED_EVERY - 1) return null;
  return index % (2 * REFUSED_EVERY) === REFUSED_EVERY - 1
    ? 'import/empty-file'
    : 'import/not-text';
}
