import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { ImportReport, MarkImportState } from '#shared/domain/import-report.ts';
import type { Library } from '../library/library.ts';
import type { AnchorFinder } from '../anchoring/finder.ts';
import { createPace } from '../disk/turns.ts';
import { createArticleFinder } from './find-article.ts';
import type { ImportRecord, ReadRecord } from './import-record.ts';
import { type AnchoredRecord, anchorRecord } from './anchor-record.ts';

/** What an import will write, and what the reader is told of it. */
export interface ImportPlan {
  readonly annotations: readonly Annotation[];
  readonly report: Omit<ImportReport, 'token' | 'fileName'>;
}

export interface ImportContext {
  readonly library: Pick<Library, 'list' | 'get'>;
  readonly finder: AnchorFinder;
  readonly findAnnotation: (articleId: ArticleId, id: AnnotationId) => Annotation | undefined;
  readonly now: Date;
  /** Asked between records; when it is true, the rest is skipped. */
  readonly isCancelled: () => boolean;
  /** A clock that never goes back, ms. */
  readonly clock: () => number;
}

/**
 * Longest search for the articles and positions of all records of a file, ms. A file may name none of its articles;
 * records that are left then are reported as not searched.
 */
const MAX_SEARCH_MS = 20_000;

/** How many records the report names one by one. Its counts cover all. */
const MAX_ENTRIES = 500;

/** Longest passage in the report, UTF-16 units. */
const MAX_SHOWN_UTF16 = 200;

/** Looks for every record and compares it with the library; `null` when the reader cancels. Changes nothing. */
export async function planImport(
  read: readonly ReadRecord[],
  { library, finder: anchors, findAnnotation, now, isCancelled, clock }: ImportContext,
): Promise<ImportPlan | null> {
  const report = createReport();
  const endMs = clock() + MAX_SEARCH_MS;
  const isOver = () => isCancelled() || clock() >= endMs;
  const finder = createArticleFinder(library, anchors, isOver);
  const annotations: Annotation[] = [];
  const newest = newestById(read);
  const pace = createPace();
  for (const each of read) {
    await pace();
    if (isCancelled()) return null;
    if (!each.ok) {
      report.add({ ...each.refused, state: 'refused', title: null });
      continue;
    }
    const { record } = each;
    if (newest.get(record.id) !== record) {
      report.add({ ...shown(record), state: 'refused', reason: 'duplicate' });
      continue;
    }
    const anchored = await anchorRecord(record, finder, now.toISOString());
    const known = anchored.annotation && findAnnotation(anchored.annotation.articleId, record.id);
    if (anchored.annotation && known && !isNewer(anchored.annotation, known)) {
      const reason = isSame(anchored.annotation, known) ? 'same' : 'older';
      report.add({ ...shown(record), title: anchored.title, state: 'known', reason });
      continue;
    }
    report.add({ ...shown(record), ...pick(anchored) }, Boolean(known));
    if (anchored.annotation) annotations.push(anchored.annotation);
  }
  return isCancelled() ? null : { annotations, report: report.end() };
}

type Entry = ImportReport['entries'][number];

const shown = ({ number, quote, source }: ImportRecord) => ({
  number,
  quote: quote.exact,
  title: source.title,
});

const pick = ({ state, reason, title }: AnchoredRecord) => ({ state, reason, title });

/** Of several records with one id, the last changed is taken; of equally new ones, the first. */
function newestById(read: readonly ReadRecord[]): ReadonlyMap<AnnotationId, ImportRecord> {
  const newest = new Map<AnnotationId, ImportRecord>();
  for (const each of read) {
    if (!each.ok) continue;
    const { record } = each;
    const other = newest.get(record.id);
    if (!other || timeOf(record) > timeOf(other)) newest.set(record.id, record);
  }
  return newest;
}

const timeOf = ({ updatedAt }: { updatedAt: string | null }): number =>
  updatedAt === null ? 0 : Date.parse(updatedAt);

const isNewer = (given: Annotation, known: Annotation): boolean => timeOf(given) > timeOf(known);

const isSame = (a: Annotation, b: Annotation): boolean =>
  a.note === b.note &&
  a.meaning === b.meaning &&
  a.quote.exact === b.quote.exact &&
  JSON.stringify(a.tags) === JSON.stringify(b.tags);

function createReport() {
  const counts: Record<MarkImportState, number> = {
    exact: 0,
    repaired: 0,
    approximate: 0,
    orphaned: 0,
    unanchored: 0,
    unsearched: 0,
    known: 0,
    refused: 0,
  };
  const entries: Entry[] = [];
  let replacing = 0;
  return {
    add(entry: Entry, isReplacing = false) {
      counts[entry.state] += 1;
      if (isReplacing) replacing += 1;
      const isPlain = entry.state === 'exact' || entry.reason === 'same';
      if (isPlain || entries.length >= MAX_ENTRIES) return;
      entries.push({ ...entry, quote: entry.quote.slice(0, MAX_SHOWN_UTF16) });
    },
    end: () => ({ counts, replacing, entries }),
  };
}
