import type { Parts } from './passage.ts';
import type { Random } from './random.ts';

type Present = Parts & { readonly passage: string };

/** Returns the sentence around the passage, in three parts like the text. */
export function takeSentence({ before, passage, after }: Present): Present {
  return {
    before: /(?:[.\n] ?|^)([^.\n]*)$/u.exec(before)?.[1] ?? '',
    passage,
    after: /^[^.\n]*(?:\.|(?=\n)|$)/u.exec(after)?.[0] ?? '',
  };
}

/** Returns the text without the sentence around the passage. */
export function cutSentence(parts: Parts & { readonly passage: string | null }): Parts {
  const present = { ...parts, passage: parts.passage ?? '' };
  const sentence = takeSentence(present);
  return {
    before: parts.before.slice(0, parts.before.length - sentence.before.length),
    passage: null,
    after: parts.after.slice(sentence.after.length).replace(/^ /u, ''),
  };
}

/** Inserts the sentence after another sentence, at least 200 characters away if the text allows. */
export function insertSentence(rest: Parts, sentence: Present, random: Random): Parts | null {
  const text = rest.before + rest.after;
  const ends = sentenceEnds(text).filter((at) => Math.abs(at - rest.before.length) > 200);
  if (ends.length === 0) return null;
  const at = random.pick(ends);
  return {
    before: `${text.slice(0, at)} ${sentence.before}`,
    passage: sentence.passage,
    after: sentence.after + text.slice(at),
  };
}

/** Adds a copy of the sentence, changed by `change`, elsewhere; the passage stays where it is. */
export function copySentence(
  parts: Present,
  random: Random,
  change: (sentence: Present) => string,
): Present | null {
  const sentence = takeSentence(parts);
  const copy = change(sentence);
  const [inBefore, inAfter] = [sentenceEnds(parts.before), sentenceEnds(parts.after)].map(
    (ends, side) =>
      ends.filter((at) =>
        side === 0
          ? at < parts.before.length - sentence.before.length - 1
          : at > sentence.after.length,
      ),
  ) as [number[], number[]];
  if (inBefore.length + inAfter.length === 0) return null;
  const choice = random.between(0, inBefore.length + inAfter.length - 1);
  const at = inBefore[choice];
  if (at !== undefined) return { ...parts, before: splice(parts.before, at, ` ${copy}`) };
  return {
    ...parts,
    after: splice(parts.after, inAfter[choice - inBefore.length] ?? 0, ` ${copy}`),
  };
}

/** Sentences that a newer version of an article may have at its top. */
const NEWS = [
  'وتجدد الوكالة نشر الخبر بعد تصحيح بعض ما ورد فيه من أرقام وأسماء.',
  'وكان مصدر مطلع قد قال إن الاجتماع المقبل سيُعقد في مطلع الشهر.',
  'وفي سياق متصل، أعلنت الوزارة وصول دفعة أخرى من الأجهزة إلى المنافذ.',
];

export function pushDown(parts: Present, random: Random): Present {
  const added = Array.from({ length: random.between(1, 6) }, () => random.pick(NEWS));
  return { ...parts, before: `${added.join(' ')}\n${parts.before}` };
}

function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/\.(?=[ \n]|$)/gu)].map(({ index }) => index + 1);
}

function splice(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}
