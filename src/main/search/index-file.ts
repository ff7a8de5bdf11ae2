import { createHash } from 'node:crypto';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { IndexError, SearchableArticle } from './engine.ts';
import { ANALYZER_VERSION } from './index-keys.ts';
import { stampOf } from './indexed-article.ts';
import type { AverageLengths, SerializedIndex } from './lunr-index.ts';

/** Of the file's own shape; the analyzer has its own version. */
const FORMAT = 1;

export interface SerializedSegment {
  /** How many articles it holds; they follow each other in the order of the header's hashes. */
  readonly articles: number;
  readonly index: SerializedIndex;
}

export interface IndexBody {
  readonly averageLengths: AverageLengths;
  readonly segments: readonly SerializedSegment[];
}

/**
 * The first line of an index file. The rest is the body, whose hash is in the header: an index is used whole and
 * unchanged, or not at all.
 */
interface IndexHeader {
  readonly format: number;
  readonly analyzerVersion: string;
  readonly contentHashes: readonly (readonly [id: string, contentHash: string])[];
  readonly bodySha256: string;
}

export function serializeIndex(articles: readonly SearchableArticle[], body: IndexBody): string {
  const text = JSON.stringify(body);
  const header: IndexHeader = {
    format: FORMAT,
    analyzerVersion: ANALYZER_VERSION,
    contentHashes: hashesOf(articles),
    bodySha256: sha256(text),
  };
  return `${JSON.stringify(header)}\n${text}`;
}

/** Reads an index that was made for exactly these articles, in this order, by this analyzer. */
export function parseIndex(
  serialized: string,
  articles: readonly SearchableArticle[],
): Result<IndexBody, IndexError> {
  const newline = serialized.indexOf('\n');
  const header = parseHeader(serialized.slice(0, Math.max(0, newline)));
  if (header === null) return fail({ code: 'search/index-damaged' });
  const isCurrent =
    header.format === FORMAT &&
    header.analyzerVersion === ANALYZER_VERSION &&
    JSON.stringify(header.contentHashes) === JSON.stringify(hashesOf(articles));
  if (!isCurrent) return fail({ code: 'search/index-stale' });
  const body = serialized.slice(newline + 1);
  if (header.bodySha256 !== sha256(body)) return fail({ code: 'search/index-damaged' });
  // The hash proves that this is what `serializeIndex` wrote for the same format.
  return succeed(JSON.parse(body) as IndexBody);
}

function parseHeader(line: string): IndexHeader | null {
  try {
    const header: unknown = JSON.parse(line);
    // Only compared field by field with what is expected; nothing is followed.
    return typeof header === 'object' && header !== null ? (header as IndexHeader) : null;
  } catch {
    return null; // Not JSON: the caller answers that the file is damaged.
  }
}

function hashesOf(articles: readonly SearchableArticle[]): (readonly [string, string])[] {
  return articles.map((article) => [article.id, stampOf(article)]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
