import type { MarksAtRevision } from '#shared/domain/anchored-marks.ts';
import type { RecordChange } from '#shared/domain/annotation.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import type { StoreError } from '../store/marks-store.ts';
import { type MarksError, type MarksParts, commit } from './marks-parts.ts';
import { recordChanges, recordsOf } from './record-changes.ts';

/** Writes records exactly as given and removes others, in one step. */
export function applyRecords(parts: MarksParts, change: RecordChange): Result<null, StoreError> {
  const at = parts.now().toISOString();
  return commit(parts, change.articleId, recordChanges(change, parts.store, at));
}

/** Does the same as `applyRecords`, and returns the anchors of the records that were written. */
export async function applyAndPlace(
  parts: MarksParts,
  change: RecordChange,
): Promise<Result<MarksAtRevision, MarksError>> {
  const { articleId } = change;
  const saved = applyRecords(parts, change);
  if (!saved.ok) return saved;
  const revision = parts.revisionOf(articleId);
  const article = parts.library.get(articleId);
  if (!article.ok) return succeed({ annotations: [], bookmarks: [], revision });
  const put = recordsOf(change, parts.store.read(articleId));
  return succeed({ ...(await parts.anchors.anchorAll(article.value, put)), revision });
}
