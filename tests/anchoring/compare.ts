import { describeSpan } from '#shared/anchoring/describe.ts';
import { resolve } from '#shared/anchoring/resolve.ts';
import type { StoredPlace } from '#shared/domain/annotation.ts';
import type { Span } from '#shared/domain/span.ts';
import { readBaseTexts } from './base-texts.ts';
import { EDITS, type Edit } from './edits.ts';
import { resolveByHypothesis } from './hypothesis-rule.ts';
import { type Parts, pickPassage, widen } from './passage.ts';
import { type Random, createRandom } from './random.ts';

export interface Case {
  readonly edit: string;
  readonly text: string;
  readonly stored: StoredPlace;
  /** The right answer; `null` when the passage was removed. */
  readonly answer: Span | null;
}

/** The results for one kind of edit. `wrong` is a note on words that are not its own, the worst outcome. */
export interface Tally {
  right: number;
  wrong: number;
  orphan: number;
  /** Right answers that cover exactly the same letters. */
  toTheLetter: number;
  /** Cases whose passage still exists, and how many of them were found. */
  present: number;
  recovered: number;
}

type Finder = (text: string, stored: StoredPlace) => Span | null;

/** Least share of letters that a right answer shares with the passage. */
const SAME_PLACE = 0.8;

const TRIES = 200;

export const ours: Finder = (text, stored) => {
  const found = resolve(text, 'changed', stored);
  return found.state === 'anchored' ? found.span : null;
};
export const theirs: Finder = resolveByHypothesis;

/** Makes `perEdit` cases of every kind of edit; the same seed gives the same cases. */
export function makeCases(seed: number, perEdit: number): Case[] {
  const texts = readBaseTexts();
  const random = createRandom(seed);
  return EDITS.flatMap((edit) =>
    Array.from({ length: perEdit }, (_, index) => {
      const made = makeCase(edit, texts[index % texts.length] ?? '', random);
      const fallback = made ?? makeCase(edit, texts.at(-1) ?? '', random);
      if (!fallback) throw new Error(`no passage fits: ${edit.name}`);
      return fallback;
    }),
  );
}

/** Returns the results for each kind of edit, in the order of the cases. */
export function tally(cases: readonly Case[], find: Finder): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { edit, text, stored, answer } of cases) {
    const own = tallies.get(edit) ?? emptyTally();
    tallies.set(edit, own);
    const found = find(text, stored);
    if (answer) own.present += 1;
    if (!found) own[answer ? 'orphan' : 'right'] += 1;
    else if (!answer || !isSamePlace(text, found, answer)) own.wrong += 1;
    else {
      own.right += 1;
      own.recovered += 1;
    }
    if (found && answer && found.start === answer.start && found.end === answer.end)
      own.toTheLetter += 1;
    if (!found && !answer) own.toTheLetter += 1;
  }
  return tallies;
}

export function total(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const each of tallies) {
    for (const key of ['right', 'wrong', 'orphan', 'toTheLetter', 'present', 'recovered'] as const)
      sum[key] += each[key];
  }
  return sum;
}

function emptyTally(): Tally {
  return { right: 0, wrong: 0, orphan: 0, toTheLetter: 0, present: 0, recovered: 0 };
}

/** Makes a case; `null` when no passage of the text suits the edit, because some texts have no figures. */
function makeCase(edit: Edit, base: string, random: Random): Case | null {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const old = edit.prepare?.(base, random) ?? base;
    const span = pickPassage(old, random);
    const quote = describeSpan(old, span);
    const parts = {
      before: old.slice(0, span.start),
      passage: quote.exact,
      after: old.slice(span.end),
    };
    const changed = edit.apply(parts, random);
    if (!changed) continue;
    const text = changed.before + (changed.passage ?? '') + changed.after;
    const stored = { span, contentHash: 'original', quote };
    return { edit: edit.name, text, stored, answer: answerOf(changed) };
  }
  return null;
}

function answerOf({ before, passage }: Parts): Span | null {
  if (passage === null) return null;
  return { start: before.length, end: before.length + passage.length };
}

function isSamePlace(text: string, a: Span, b: Span): boolean {
  const [one, other] = [widen(text, a), widen(text, b)];
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  const all = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return common / all >= SAME_PLACE;
}
