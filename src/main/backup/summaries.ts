import {
  type ArticleId,
  type ArticleSummary,
  articleSummarySchema,
} from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { decodeFramed, encodeFramed } from '../disk/framed-json.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { linesOf } from './split-lines.ts';

/**
 * One line of the prepared summaries. The process that has read the articles makes them, so that the main process need not
 * read a text of megabytes only to list it.
 */
export const encodeSummary = (data: ArticleSummary, now: Date): Uint8Array =>
  Buffer.from(encodeFramed({ savedAt: now.toISOString(), data }), 'utf8');

/**
 * Reads the prepared summaries, one a step, into a map. A line that cannot be read is left out, and its article is then read
 * itself.
 *
 * @throws the system's error
 */
export function* readSummaries(
  fs: FileSystem,
  path: string,
): Generator<void, ReadonlyMap<ArticleId, ArticleSummary>> {
  const summaries = new Map<ArticleId, ArticleSummary>();
  if (!fs.exists(path)) return summaries;
  for (const line of linesOf(fs.read(path))) {
    const summary = decodeSummary(line);
    if (summary) summaries.set(summary.id, summary);
    yield;
  }
  return summaries;
}

function decodeSummary(line: Uint8Array): ArticleSummary | null {
  try {
    const parsed = tryParse(
      articleSummarySchema,
      decodeFramed(Buffer.from(line).toString('utf8'))['data'],
    );
    return parsed.success ? parsed.output : null;
  } catch {
    return null; // Cut or changed.
  }
}
