import type { ImportedMarks } from '#shared/domain/import-report.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import type { StoreError } from '../store/marks-store.ts';
import type { ExchangeParts } from './exchange-parts.ts';
import type { NotRead } from './files.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { type ImportFileError, MAX_IMPORT_BYTES, readImport } from './read-import.ts';

/** What an import changed, before and after, so that undo and redo can restore either state. */
export interface Imported {
  readonly changed: ImportedMarks[];
  readonly failure: StoreError | null;
}

const READ_FAULTS = {
  'not-found': 'exchange/not-read',
  'not-readable': 'exchange/not-read',
  'disk-failed': 'exchange/not-read',
  'not-a-file': 'exchange/not-a-file',
  'too-large': 'exchange/too-large',
} as const;

/** Reads a file and plans what importing it would do; `null` when the reading was cancelled. */
export async function planFile(
  { library, store, finder, now }: ExchangeParts,
  path: string,
  isCancelled: () => boolean,
): Promise<Result<ImportPlan | null, ImportFileError | NotRead>> {
  const bytes = await readRegularFile(path, MAX_IMPORT_BYTES);
  if (!bytes.ok) return fail({ code: READ_FAULTS[bytes.error.code] });
  if (isCancelled()) return succeed(null);
  const read = readImport(bytes.value);
  if (!read.ok) return read;
  return succeed(
    await planImport(read.value, {
      library,
      finder,
      findAnnotation: (articleId, id) => store.findAnnotation(articleId, id),
      now: now(),
      isCancelled,
      clock: () => performance.now(),
    }),
  );
}

/** Writes the planned annotations, article by article, until the disk refuses one. */
export function applyPlan(
  { store, now, onChange }: ExchangeParts,
  { annotations }: ImportPlan,
): Imported {
  const at = now().toISOString();
  const changed: ImportedMarks[] = [];
  for (const articleId of new Set(annotations.map((each) => each.articleId))) {
    const here = annotations.filter((each) => each.articleId === articleId);
    const before = here.flatMap(({ id }) => store.findAnnotation(articleId, id) ?? []);
    const saved = store.change(
      articleId,
      here.map((annotation) => ({ kind: 'put-annotation', articleId, at, annotation })),
    );
    if (!saved.ok) return { changed, failure: saved.error };
    changed.push({ articleId, before, after: here });
    onChange(articleId);
  }
  return { changed, failure: null };
}
