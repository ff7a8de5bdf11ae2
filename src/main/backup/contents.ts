import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { BackupCounts } from '#shared/domain/backup.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { type DecodedOwn, decodeOwn } from '../library/own-file.ts';
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
  /** As stored; `null` when it holds none. */
  readonly settings: unknown;
}

const LINE_END = 0x0a;

/** Reads the entries of a backup; marks of older versions are migrated as the store does it. */
export function readContents(archive: Archive): Result<Contents, BackupFileError> {
  const marks = new Map<ArticleId, MarksCopy>();
  for (const line of lines(archive.read(MARKS_NAME))) {
    const decoded = decodeArticleFile(line);
    if (decoded.kind === 'newer') return fail({ code: 'backup/newer-version' });
    if (decoded.kind === 'invalid') return fail({ code: 'backup/damaged' });
    const unread = copyUnread(decoded.state);
    marks.set(decoded.articleId, { ...toMarks(decoded.state), ...(unread && { unread }) });
  }
  const articles: OwnArticle[] = [];
  for (const line of lines(archive.read(ARTICLES_NAME))) {
    const decoded = decodeOwn(line);
    if (decoded.kind === 'unreadable') return fail({ code: 'backup/newer-version' });
    if (decoded.kind === 'invalid') return fail({ code: 'backup/damaged' });
    articles.push(decoded.article);
  }
  const settings = archive.read(SETTINGS_NAME);
  return succeed({ marks, articles, settings: settings.length === 0 ? null : parse(settings) });
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
