import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Article, articleIdSchema } from '#shared/domain/article.ts';
import { copyOf, entryOf } from '#main/backup/testing/build-zip.ts';
import { encodeOwn } from '#main/library/own-file.ts';
import { anOwnArticle } from '#main/library/testing/an-own-article.ts';
import { idOf } from '../../../tests/material/picture-library.ts';
import type { PictureApp } from '../picture-app.ts';

/**
 * Writes a copy in which two own articles have another text, and one of them also another title.
 *
 * @returns its path
 */
export async function writeOtherCopy(app: PictureApp): Promise<string> {
  const path = join(app.dataFolder, 'مكتبة سارة.hashiya');
  const another = async (words: string, title: string): Promise<Article> => ({
    ...anOwnArticle([title, 'نصّ آخر تحت العنوان نفسه.']),
    id: v.parse(articleIdSchema, await idOf(app, words)),
    title,
  });
  const articles = [
    await another('GE Vernova', 'اتفاقية الكهرباء بين العراق و GE Vernova: النصّ الكامل'),
    await another('الصفّارين', 'سوق الصفّارين'),
    anOwnArticle(['دفاتر ميناء البصرة', 'نصّ لم يكن في المكتبة.']),
  ];
  const lines = Buffer.concat(articles.map((each) => encodeOwn(each, new Date())));
  const settings = JSON.stringify({ theme: 'dark' });
  const entries = [entryOf('articles.jsonl', lines), entryOf('settings.json', settings)];
  await writeFile(path, copyOf(entries));
  return path;
}
