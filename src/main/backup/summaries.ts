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
 * Encodes one line of the prepared summaries. The process that has read the articles does this, so that the main process
 * need not read a text of megabytes only to list it.
 */
export const encodeSummary = (data: ArticleSummary, now: Date): Uint8Array =>
  Buffer.from(encodeFramed({ savedAt: now.toISOString(), data }), 'utf8');

/**
 * Reads the prepared summaries into a map, one per step. An unreadable line is skipped, and its article is read instead.
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
    const parsed = tryParse(articleSummarySchema, decodeFramed(line)['data']);
    return parsed.success ? parsed.output : null;
  } catch {
    return null; // The line is cut or damaged.
  }
}
