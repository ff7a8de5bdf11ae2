import type { Parts } from './passage.ts';
import type { Random } from './random.ts';
import {
  copySentence,
  cutSentence,
  insertSentence,
  pushDown,
  takeSentence,
} from './sentence-edits.ts';
import {
  addTashkeel,
  addTatweel,
  changeSigns,
  dropHamza,
  exchangeDigits,
  removeTashkeel,
} from './spelling-edits.ts';
import {
  changeNear,
  correctFigure,
  deleteWord,
  insertWord,
  replaceAny,
  replaceEdgeWord,
  replaceWord,
  rewordFifth,
} from './word-edits.ts';

export interface Edit {
  readonly name: string;
  /** Changes the text before the passage is marked. */
  readonly prepare?: (text: string, random: Random) => string;
  /** Returns the edited text, or `null` when the edit does not fit this passage. */
  readonly apply: (parts: Present, random: Random) => Parts | null;
}

type Present = Parts & { readonly passage: string };
type TextEdit = (text: string, random: Random) => string;

const everywhere =
  (edit: TextEdit) =>
  (parts: Present, random: Random): Parts => ({
    before: edit(parts.before, random),
    passage: edit(parts.passage, random),
    after: edit(parts.after, random),
  });

const within =
  (edit: (text: string, random: Random) => string | null) => (parts: Present, random: Random) => {
    const passage = edit(parts.passage, random);
    return passage === null || passage === parts.passage ? null : { ...parts, passage };
  };

const near = (parts: Present, random: Random): Present => ({
  ...parts,
  before: changeNear(parts.before, random, false),
  after: changeNear(parts.after, random, true),
});

/** Every kind of edit, with a known right answer. */
export const EDITS: readonly Edit[] = [
  { name: 'tashkeel added', apply: everywhere(addTashkeel) },
  { name: 'tashkeel removed', prepare: addTashkeel, apply: everywhere(removeTashkeel) },
  { name: 'tatweel added', apply: everywhere(addTatweel) },
  {
    name: 'digits exchanged',
    apply: (parts, random) =>
      /\p{N}/u.test(parts.passage) ? everywhere(exchangeDigits)(parts, random) : null,
  },
  { name: 'figure corrected', apply: within(correctFigure) },
  { name: 'hamza, yeh, teh changed', apply: everywhere(dropHamza) },
  { name: 'signs changed', apply: everywhere(changeSigns) },
  { name: 'word inserted inside', apply: within(insertWord) },
  { name: 'word replaced inside', apply: within(replaceWord) },
  { name: 'word deleted inside', apply: within(deleteWord) },
  { name: 'edge word replaced', apply: within(replaceEdgeWord) },
  { name: 'a fifth reworded', apply: within(rewordFifth) },
  { name: 'words changed near', apply: near },
  {
    name: 'words changed in and near',
    apply: (parts, random) => within(replaceWord)(near(parts, random), random),
  },
  { name: 'text inserted above', apply: (parts, random) => pushDown(parts, random) },
  {
    name: 'sentence moved',
    apply: (parts, random) => insertSentence(cutSentence(parts), takeSentence(parts), random),
  },
  {
    name: 'paragraphs merged',
    apply: (parts) => (touchesLineEnd(parts) ? mergeLines(parts) : null),
  },
  { name: 'paragraph split', apply: within((text, random) => splitLine(text, random)) },
  { name: 'duplicate added', apply: (parts, random) => copySentence(parts, random, joinParts) },
  {
    name: 'duplicate added, original changed',
    apply: (parts, random) => {
      const copied = copySentence(parts, random, joinParts);
      const passage = random.chance(0.5)
        ? addTashkeel(parts.passage, random)
        : replaceWord(parts.passage, random);
      return copied && passage !== null && passage !== parts.passage
        ? { ...copied, passage }
        : null;
    },
  },
  {
    name: 'several at once',
    apply: (parts, random) => {
      const changed = everywhere(dropHamza)(pushDown(near(parts, random), random), random);
      const passage = random.chance(0.5)
        ? replaceWord(changed.passage ?? '', random)
        : insertWord(changed.passage ?? '', random);
      return passage === null ? null : { ...changed, passage: addTashkeel(passage, random) };
    },
  },
  { name: 'passage deleted', apply: (parts) => ({ ...parts, passage: null }) },
  { name: 'sentence deleted', apply: (parts) => cutSentence(parts) },
  {
    name: 'sentence deleted, look-alike elsewhere',
    apply: (parts, random) => {
      const reword = (text: string): string => rewordFifth(text, random) ?? text;
      const copied = copySentence(parts, random, ({ before, passage, after }) => {
        const changed = changePassage(passage, random);
        return reword(before) + changed + reword(after);
      });
      return copied && cutSentence(copied);
    },
  },
];

const joinParts = ({ before, passage, after }: Present): string => before + passage + after;

/** Changes one word in five of a passage, or one word, or its only word. */
function changePassage(passage: string, random: Random): string {
  return (
    rewordFifth(passage, random) ?? replaceEdgeWord(passage, random) ?? replaceAny(passage, random)
  );
}

function touchesLineEnd({ before, passage }: Present): boolean {
  return passage.includes('\n') || before.endsWith('\n');
}

function mergeLines({ before, passage, after }: Present): Parts {
  return {
    before: before.replace(/\n([^\n]*)$/u, ' $1'),
    passage: passage.replaceAll('\n', ' '),
    after: after.replace(/^([^\n]*)\n/u, '$1 '),
  };
}

function splitLine(text: string, random: Random): string | null {
  const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index);
  if (spaces.length === 0) return null;
  const at = random.pick(spaces);
  return `${text.slice(0, at)}\n${text.slice(at + 1)}`;
}
