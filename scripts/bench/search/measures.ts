import { round } from '../figures.ts';
import type { RetrievalSet } from './retrieval-set.ts';

export interface Measures {
  readonly mrr10: number;
  readonly r1: number;
  readonly r5: number;
  readonly r10: number;
  readonly ndcg10: number;
}

const DEPTH = 10;

/**
 * Returns the means over all questions, as TREC defines them for binary judgements.
 *
 * @param answer ids of documents, best first
 */
export function measure(
  set: RetrievalSet,
  answer: (question: string) => readonly string[],
): Measures {
  const sum = { mrr10: 0, r1: 0, r5: 0, r10: 0, ndcg10: 0 };
  for (const { id, text } of set.queries) {
    const relevant = new Set(Object.keys(set.qrels[id] ?? {}));
    const found = answer(text)
      .slice(0, DEPTH)
      .map((doc) => relevant.has(doc));
    const recall = (depth: number): number =>
      found.slice(0, depth).filter(Boolean).length / relevant.size;
    const first = found.indexOf(true);
    sum.mrr10 += first === -1 ? 0 : 1 / (first + 1);
    sum.r1 += recall(1);
    sum.r5 += recall(5);
    sum.r10 += recall(DEPTH);
    sum.ndcg10 +=
      gain(found) / gain(Array.from({ length: Math.min(DEPTH, relevant.size) }, () => true));
  }
  const mean = (value: number): number => round(value / set.queries.length);
  return {
    mrr10: mean(sum.mrr10),
    r1: mean(sum.r1),
    r5: mean(sum.r5),
    r10: mean(sum.r10),
    ndcg10: mean(sum.ndcg10),
  };
}

function gain(found: readonly boolean[]): number {
  return found.reduce(
    (sum, isRelevant, rank) => sum + (isRelevant ? 1 / Math.log2(rank + 2) : 0),
    0,
  );
}
