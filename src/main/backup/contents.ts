import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import { type ArticleId, articleIdSchema, ownIdSchema } from '#shared/domain/article.ts';
import type { BackupCounts } from '#shared/domain/backup.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { type DecodedOwn, decodeOwn, withoutPath } from '../library/own-file.ts';
import { decodeArticleFile } from '../store/article-file.ts';
import { toMarks } from '../store/article-state.ts';
import type { MarksCopy } from '../store/marks-store.ts';
import { copyUnread } from '../store/unread-copy.ts';
import { ARTICLES_NAME, MARKS_NAME, SETTINGS_NAME } from './manifest.ts';
import type { Archive, BackupFileError } from './read-archive.ts';

export type OwnArticle = Extract<DecodedOwn, { readonly kind: 'article' }>['article'];

/** What a copy of the library holds, read and migrated, ready to be brought back. */
export interface Contents {
  readonly marks: ReadonlyMap<ArticleId, MarksCopy>;
  readonly articles: readonly OwnArticle[];
  /** The bytes of articles and marks in which this version does not know everything. */
  readonly newer: {
    readonly articles: ReadonlyMap<ArticleId, Uint8Array>;
    readonly marks: ReadonlyMap<ArticleId, Uint8Array>;
  };
  /** As stored; `null` when it holds none. */
  readonly settings: unknown;
}

const LINE_END = 0x0a;

/** Reads the entries of a backup; marks of older versions are migrated as the store does it. */
export function readContents(archive: Archive): Result<Contents, BackupFileError> {
  const marks = new Map<ArticleId, MarksCopy>();
  const newer = {
    articles: new Map<ArticleId, Uint8Array>(),
    marks: new Map<ArticleId, Uint8Array>(),
  };
  for (const line of lines(archive.read(MARKS_NAME))) {
    const decoded = decodeArticleFile(line);
    if (decoded.kind === 'invalid') return fail({ code: 'backup/damaged' });
    if (decoded.kind === 'newer') {
      const id = idIn(line, 'articleId', articleIdSchema);
      if (id === null) return fail({ code: 'backup/newer-version' });
      newer.marks.set(id, line);
      continue;
    }
    const unread = copyUnread(decoded.state);
    marks.set(decoded.articleId, { ...toMarks(decoded.state), ...(unread && { unread }) });
  }
  const articles: OwnArticle[] = [];
  for (const whole of lines(archive.read(ARTICLES_NAME))) {
    // A folder that a copy names would count as one that the reader imports from.
    const line = withoutPath(whole);
    const decoded = decodeOwn(line);
    if (decoded.kind === 'invalid') return fail({ code: 'backup/damaged' });
    if (decoded.kind === 'article' && decoded.carried === null) {
      articles.push(decoded.article);
      continue;
    }
    const id = decoded.kind === 'article' ? decoded.article.id : idIn(line, 'id', ownIdSchema);
    // Whoever wrote the copy, such an id would become a folder beside those of the reader's articles.
    if (id === null) return fail({ code: 'backup/unexpected-entry' });
    newer.articles.set(id, line);
  }
  const settings = archive.read(SETTINGS_NAME);
  return succeed({
    marks,
    articles,
    newer,
    settings: settings.length === 0 ? null : parse(settings),
  });
}

/** The id in a file that this version cannot read, where files have always had it. */
function idIn(line: Uint8Array, field: string, schema: typeof articleIdSchema): ArticleId | null {
  const content = parse(line);
  const body = isObject(content) && isObject(content['body']) ? content['body'] : {};
  const data = isObject(body['data']) ? body['data'] : {};
  const id = tryParse(schema, data[field]);
  return id.success ? id.output : null;
}

/** How much there is of each kind. */
export function countMarks(marks: Iterable<ArticleMarks>): BackupCounts {
  let [annotations, notes, bookmarks, articles] = [0, 0, 0, 0];
  for (const each of marks) {
    if (each.annotations.length + each.bookmarks.length > 0) articles += 1;
    annotations += each.annotations.length;
    notes += each.annotations.filter(({ note }) => note.trim() !== '').length;
    bookmarks += each.bookmarks.length;
  }
  return { articles, annotations, notes, bookmarks };
}

/** Lines with their ends, as each was a file of its own. */
function* lines(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_END, from);
    const to = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    // Each bad setting falls back to its default.
    return null;
  }
}
