import { toBody } from '../store/marks-file.ts';
import type { MarksState } from '../store/marks-state.ts';
import type { UnreadCopy } from '../store/change.ts';
import type { MarksCopy } from '../store/marks-store.ts';
import type { ArticleId } from '#shared/domain/article.ts';

/** Longest JSON of the records in one piece, UTF-16 units. The main process reads a piece in a few milliseconds. */
const PIECE_UTF16 = 200_000;

const LISTS = ['annotations', 'bookmarks', 'unreadChanges'] as const;
type Lists = { [Name in (typeof LISTS)[number]]: unknown[] };

const noRecords = (): Lists => ({ annotations: [], bookmarks: [], unreadChanges: [] });

/**
 * Splits the marks of an article into several file bodies, each with some of the records in order. The first body also
 * contains everything that exists only once, such as the reading position.
 */
export function* piecesOf(articleId: ArticleId, state: MarksState, now: Date): Iterable<object> {
  const body = toBody(articleId, state, now);
  const { annotations, bookmarks, unreadChanges, ...rest } = body.data as Partial<Lists>;
  let once: object = rest;
  let [records, lengthUtf16, isFirst] = [noRecords(), 0, true];
  const cut = (): object => {
    const piece = { ...body, data: { ...once, ...records } };
    [once, records, lengthUtf16, isFirst] = [
      { articleId, reading: null, shelf: null },
      noRecords(),
      0,
      false,
    ];
    return piece;
  };
  for (const [name, list] of Object.entries({ annotations, bookmarks, unreadChanges }))
    for (const record of list ?? []) {
      const length = JSON.stringify(record).length;
      if (lengthUtf16 > 0 && lengthUtf16 + length > PIECE_UTF16) yield cut();
      records[name as keyof Lists].push(record);
      lengthUtf16 += length;
    }
  if (isFirst || lengthUtf16 > 0) yield cut();
}

/** Joins the marks of an article from all its pieces, given in order. */
export function joinPieces(pieces: readonly MarksCopy[]): MarksCopy {
  const unread = pieces.flatMap((piece) => piece.unread ?? []);
  return {
    annotations: pieces.flatMap(({ annotations }) => annotations),
    bookmarks: pieces.flatMap(({ bookmarks }) => bookmarks),
    reading: pieces[0]?.reading ?? null,
    shelf: pieces[0]?.shelf ?? null,
    ...(unread.length > 0 && { unread: joinUnread(unread) }),
  };
}

const joinUnread = (copies: readonly UnreadCopy[]): UnreadCopy => ({
  annotations: copies.flatMap(({ annotations }) => annotations),
  bookmarks: copies.flatMap(({ bookmarks }) => bookmarks),
  fields: Object.assign({}, ...copies.map(({ fields }) => fields)) as UnreadCopy['fields'],
  changes: copies.flatMap(({ changes }) => changes),
  carried: copies.flatMap(({ carried }) => carried),
});
