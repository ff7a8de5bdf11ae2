import { describeSpan } from '#shared/anchoring/describe.ts';
import { createResolver } from '#shared/anchoring/resolve.ts';
import type { Span } from '#shared/domain/span.ts';
import type { Case } from './compare.ts';
import { type Random, createRandom } from './random.ts';
import { addTashkeel } from './spelling-edits.ts';

/** How many words the made-up language has. They are as frequent as in real languages: the n-th with 1/n. */
const VOCABULARY = 30_000;
const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** One word in so many is replaced, removed or followed by a new one; a third of the paragraphs gets tashkeel. */
const CHANGED_WORD = 1 / 40;
const VOCALISED_PARAGRAPH = 1 / 3;
const WORDS_IN_PARAGRAPH = 80;

export interface LargeCase {
  readonly text: string;
  readonly places: readonly Omit<Case, 'text' | 'edit'>[];
}

/** Makes a text of the given length in which nearly every paragraph was edited, and stored places to find in it. */
export function makeLargeCase(lengthUtf16: number, count: number): LargeCase {
  const random = createRandom(7);
  const words = makeWords(lengthUtf16, random);
  const before = layOut(words);
  const after = layOut(editWords(words, random));
  const places = Array.from({ length: count }, () => {
    const first = random.between(0, words.length - 31);
    const last = first + random.between(0, 29);
    const span = { start: before.starts[first] ?? 0, end: before.ends[last] ?? 1 };
    const stored = { span, contentHash: 'original', quote: describeSpan(before.text, span) };
    const answer = { start: after.starts[first] ?? 0, end: after.ends[last] ?? 1 };
    return { stored, answer: answer.start < answer.end ? answer : null };
  });
  return { text: after.text, places };
}

export interface LargeFigures {
  readonly indexMs: number;
  readonly allMs: number;
  readonly slowestMs: number;
  readonly right: number;
  readonly wrong: number;
  readonly orphan: number;
}

/** Finds every stored place with one resolver. `now` is a clock in milliseconds. */
export function measureLargeCase({ text, places }: LargeCase, now: () => number): LargeFigures {
  const resolver = createResolver(text, 'changed');
  const figures = { indexMs: 0, allMs: 0, slowestMs: 0, right: 0, wrong: 0, orphan: 0 };
  const start = now();
  places.forEach(({ stored, answer }, index) => {
    const began = now();
    const found = resolver.resolve(stored);
    const took = now() - began;
    if (index === 0) figures.indexMs = took;
    else figures.slowestMs = Math.max(figures.slowestMs, took);
    if (found.state === 'orphan') figures[answer ? 'orphan' : 'right'] += 1;
    else if (answer && overlapShare(found.span, answer) >= 0.8) figures.right += 1;
    else figures.wrong += 1;
  });
  return { ...figures, allMs: now() - start };
}

function overlapShare(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function makeWords(lengthUtf16: number, random: Random): string[] {
  const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) =>
    Array.from(
      { length: rank < 100 ? random.between(2, 3) : random.between(3, 8) },
      () => LETTERS[random.between(0, LETTERS.length - 1)],
    ).join(''),
  );
  const words: string[] = [];
  for (let length = 0; length < lengthUtf16;) {
    const rank = Math.floor(VOCABULARY ** random.next()) - 1;
    const word = vocabulary[rank] ?? '';
    words.push(word);
    length += word.length + 1;
  }
  return words;
}

/** Returns the new form of every word: empty, one word or two. */
function editWords(words: readonly string[], random: Random): string[] {
  let isVocalised = false;
  return words.map((word, index) => {
    if (index % WORDS_IN_PARAGRAPH === 0) isVocalised = random.chance(VOCALISED_PARAGRAPH);
    const other = words[random.between(0, words.length - 1)] ?? '';
    const form = isVocalised ? addTashkeel(word, random) : word;
    if (!random.chance(CHANGED_WORD)) return form;
    return random.pick([other, '', `${form} ${other}`]);
  });
}

function layOut(words: readonly string[]): { text: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let length = 0;
  const pieces = words.map((word, index) => {
    const piece = `${word}${(index + 1) % WORDS_IN_PARAGRAPH === 0 ? '.\n' : ' '}`;
    starts.push(length);
    ends.push(length + word.length);
    length += piece.length;
    return piece;
  });
  return { text: pieces.join(''), starts, ends };
}
