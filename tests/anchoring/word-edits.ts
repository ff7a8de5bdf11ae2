import type { Span } from '#shared/domain/span.ts';
import { wordsOf } from './passage.ts';
import type { Random } from './random.ts';

/** Words that editors insert. None of them identifies a passage. */
const NEW_WORDS = [
  'مؤخراً',
  'رسمياً',
  'المذكورة',
  'الواسعة',
  'حسب',
  'خلال',
  'أيضاً',
  'مجلس',
  'الجديدة',
  'نحو',
  'اليوم',
  'شؤون',
];

type WordEdit = (text: string, random: Random) => string | null;

export const insertWord: WordEdit = (text, random) => {
  const words = wordsOf(text);
  if (words.length < 3) return null;
  const at = words[random.between(1, words.length - 1)]?.start ?? 0;
  return `${text.slice(0, at)}${random.pick(NEW_WORDS)} ${text.slice(at)}`;
};

export const replaceWord: WordEdit = (text, random) => {
  const words = wordsOf(text);
  if (words.length < 3) return null;
  return put(text, random.pick(words.slice(1, -1)), random.pick(NEW_WORDS));
};

export const replaceEdgeWord: WordEdit = (text, random) => {
  const words = wordsOf(text);
  const edge = random.chance(0.5) ? words[0] : words.at(-1);
  return words.length < 3 || !edge ? null : put(text, edge, random.pick(NEW_WORDS));
};

export const deleteWord: WordEdit = (text, random) => {
  const words = wordsOf(text);
  if (words.length < 4) return null;
  const { start, end } = random.pick(words.slice(1, -1));
  return text.slice(0, start) + text.slice(end).replace(/^ /u, '');
};

/** Replaces about one word in five, at least one. */
export const rewordFifth: WordEdit = (text, random) => {
  if (wordsOf(text).length < 6) return null;
  const times = Math.max(1, Math.round(wordsOf(text).length / 5));
  let result: string | null = text;
  for (let time = 0; time < times && result !== null; time += 1)
    result = replaceWord(result, random);
  return result;
};

export const correctFigure: WordEdit = (text, random) => {
  if (wordsOf(text).length < 2) return null;
  const figures = wordsOf(text).filter(({ start, end }) =>
    /^\p{N}+$/u.test(text.slice(start, end)),
  );
  return figures.length === 0
    ? null
    : put(text, random.pick(figures), String(random.between(2, 99)));
};

/** Replaces one word, whichever it is. */
export function replaceAny(text: string, random: Random): string {
  const words = wordsOf(text);
  return words.length === 0 ? text : put(text, random.pick(words), random.pick(NEW_WORDS));
}

/** Replaces or inserts one word within the last four words (or the first four, if `atStart`). */
export function changeNear(text: string, random: Random, atStart: boolean): string {
  const words = wordsOf(text);
  const near = atStart ? words.slice(0, 4) : words.slice(-4);
  if (near.length === 0) return text;
  const word = random.pick(near);
  if (random.chance(0.5)) return put(text, word, random.pick(NEW_WORDS));
  return put(text, { start: word.start, end: word.start }, `${random.pick(NEW_WORDS)} `);
}

function put(text: string, { start, end }: Span, word: string): string {
  return text.slice(0, start) + word + text.slice(end);
}
