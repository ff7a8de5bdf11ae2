import {
  type ArticleId,
  type ArticleSummary,
  NOTHING_COMPUTED,
  type Trouble,
  splitSummary,
} from '#shared/domain/article.ts';
import type { Carried, decodeDetails } from './own-file.ts';
import type { OwnDetails } from './understand-own.ts';

/** An article whose file was cut, changed or lost, and what is still known of it. */
export interface Damage {
  readonly id: ArticleId;
  /** The details from its second copy or else from the catalogue; `null` when neither has them. */
  readonly details: OwnDetails | null;
  readonly carried: Carried | null;
  /** True when a newer version wrote the article; this version must then not convert it again in its own format. */
  readonly isNewer: boolean;
  /** True when the second copy of the details exists. */
  readonly isCopied: boolean;
}

/**
 * Collects what is known of a damaged article. @param stored its second copy of the details @param known its summary
 * in the catalogue
 */
export function describeDamage(
  id: ArticleId,
  {
    stored,
    known,
  }: { stored: ReturnType<typeof decodeDetails>; known: ArticleSummary | undefined },
): Damage {
  return {
    id,
    details: stored?.details ?? (known ? detailsOfSummary(known) : null),
    carried: stored?.carried ?? null,
    isNewer: stored?.isNewer ?? false,
    isCopied: stored !== null,
  };
}

/** True when the article was made from this file. Without its details, the digits in its id must suffice. */
export function isMadeFrom({ id, details }: Damage, sha256: string): boolean {
  return details?.own ? details.own.original.sha256 === sha256 : sha256.startsWith(digitsOf(id));
}

/** Returns the summary of an article that cannot be read. */
export function summaryOfTroubled(
  id: ArticleId,
  details: OwnDetails | undefined,
  trouble: Trouble,
): ArticleSummary {
  return { ...(details ?? nothingKnown(id)), ...NOTHING_COMPUTED, trouble };
}

/** Returns the details of an article from its summary, as `details.json` stores them. */
export function detailsOfSummary(summary: ArticleSummary): OwnDetails {
  const { trouble: _trouble, ...details } = splitSummary(summary).details;
  return details;
}

/** The first 20 digits of the SHA-256 of the original, which follow `own-` in the id. */
export const digitsOf = (id: ArticleId): string => id.slice(4, 24);

/** The details of an article of which only the id is known; the id also serves as its title. */
function nothingKnown(id: ArticleId): OwnDetails {
  const from = 'none';
  return {
    id,
    kind: 'article',
    title: id,
    outlet: null,
    date: null,
    dateNote: null,
    author: null,
    language: 'und',
    direction: 'rtl',
    places: [],
    people: [],
    organisations: [],
    subjects: [],
    contentHash: '0'.repeat(64),
    wordCount: 0,
    own: {
      addedAt: new Date(0).toISOString(),
      original: {
        sha256: digitsOf(id).padEnd(64, '0'),
        name: id,
        path: null,
        format: 'text',
        sizeBytes: 0,
      },
      formerOriginals: [],
      from: {
        title: from,
        outlet: from,
        author: from,
        date: from,
        language: from,
        direction: from,
      },
      collections: [],
      tags: [],
    },
  };
}
