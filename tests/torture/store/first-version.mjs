import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WRITTEN_AT = '2026-01-01T00:00:00.000Z';

/** Writes a data folder as the first version left it, with a temporary file of a killed write. */
export function writeFirstVersion(folder, { articles, perArticle, book }) {
  mkdirSync(join(folder, 'marks'), { recursive: true });
  for (const [number, { id: articleId, contentHash }] of articles.entries()) {
    const annotations = Array.from({ length: perArticle }, (_, index) => {
      const id = annotationId(number, index);
      const note = `ملاحظة ${number}-${index}`;
      book.changing(id, note);
      book.acknowledged(id, note);
      return {
        id,
        articleId,
        meaning: 'fact',
        span: { start: index, end: index + 4 },
        contentHash,
        quote: { exact: 'خبر.', prefix: '', suffix: '' },
        note,
        createdAt: WRITTEN_AT,
        updatedAt: WRITTEN_AT,
      };
    });
    const name = createHash('sha256').update(articleId).digest('hex').slice(0, 32);
    const envelope = {
      schemaVersion: 1,
      articleId,
      savedAt: WRITTEN_AT,
      annotations,
      bookmarks: [],
      reading: null,
    };
    writeFileSync(join(folder, 'marks', `${name}.json`), JSON.stringify(envelope, null, '\t'));
    if (number === 0)
      writeFileSync(join(folder, 'marks', `${name}.json.tmp-1700000000abcdef`), '{"cut');
  }
}

/** Returns the same id for the same numbers, so that most changes concern an existing annotation. */
export const annotationId = (article, index) =>
  `00000000-0000-4000-8000-${String(article * 1000 + index).padStart(12, '0')}`;
