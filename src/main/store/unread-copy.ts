import { annotationIdSchema } from '#shared/domain/annotation.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { tryParse } from '#shared/domain/parse.ts';
import type { MarksState } from './marks-state.ts';
import { carriedKey } from './carried.ts';
import type { UnreadCopy } from './change.ts';
import { seenAnnotationSchema } from './foreign-change.ts';

/** Returns what a copy must hold besides an article's marks; `null` when this version knows everything. */
export function copyUnread({ unread, carried, annotations }: MarksState): UnreadCopy | null {
  const copy: UnreadCopy = {
    annotations: [...unread.annotations],
    bookmarks: [...unread.bookmarks],
    fields: { ...unread.fields },
    changes: [...unread.changes],
    carried: [...annotations.keys()].flatMap((id) => {
      const found = carried.get(carriedKey.annotation(id));
      return found ? [found.raw] : [];
    }),
  };
  const isEmpty = Object.values(copy).every((each) => Object.keys(each).length === 0);
  return isEmpty ? null : copy;
}

/** Adds what a copy holds and the state lacks. An annotation of the state with the same id is replaced. */
export function addUnread(state: MarksState, copy: UnreadCopy): void {
  const ids = new Set(copy.annotations.map(idOf));
  const kept = state.unread.annotations.filter((each) => !ids.has(idOf(each)));
  for (const each of copy.annotations) {
    const id = tryParse(annotationIdSchema, idOf(each));
    if (id.success) state.annotations.delete(id.output);
  }
  state.unread = {
    annotations: [...without(kept, copy.annotations), ...copy.annotations],
    bookmarks: union(state.unread.bookmarks, copy.bookmarks),
    fields: { ...copy.fields, ...state.unread.fields },
    changes: union(state.unread.changes, copy.changes),
  };
  for (const raw of copy.carried) {
    const seen = tryParse(seenAnnotationSchema, raw);
    if (seen.success)
      state.carried.set(carriedKey.annotation(seen.output.id), { raw, seen: seen.output });
  }
}

const idOf = (record: unknown): unknown => (isObject(record) ? record['id'] : undefined);

const union = (present: readonly unknown[], added: readonly unknown[]): unknown[] => [
  ...present,
  ...without(added, present),
];

/**
 * Returns the records that are not among the others. Only records with the same id, or without any, can be equal, so only
 * they are encoded for the comparison: a copy may hold very many records, and records of megabytes.
 */
function without(records: readonly unknown[], others: readonly unknown[]): unknown[] {
  const ids = new Set(others.map(idOf));
  const alike = new Set(records.map(idOf).filter((id) => ids.has(id)));
  if (alike.size === 0) return [...records];
  const known = new Set(
    others.filter((each) => alike.has(idOf(each))).map((each) => JSON.stringify(each)),
  );
  return records.filter((each) => !alike.has(idOf(each)) || !known.has(JSON.stringify(each)));
}
