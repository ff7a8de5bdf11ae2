import { type Random, seededRandom } from '../support/seeded-random.ts';

/**
 * Generates any number of articles from a seed: words from roots, patterns, clitics and endings, with the frequencies of
 * a real language (Zipf–Mandelbrot). They have no meaning, but load an index as articles do.
 */

/** Exponent and shift of Zipf–Mandelbrot, chosen so that the vocabulary grows as in Arabic news. */
const EXPONENT = 1.12;
const SHIFT = 8;
const FORMS = 130_000;
const WORDS_PER_ARTICLE = 300;
const WORDS_PER_TITLE = 8;
const WORDS_PER_PARAGRAPH = 60;

const CONSONANTS = [...'بتثجحخدذرزسشصضطظعغفقكلمنهوي'];
/** Patterns with the root's letters as digits. */
const PATTERNS = [
  '123',
  '12ا3',
  '1ا23',
  '12و3',
  '12ي3',
  'م123',
  'م12و3',
  'مت123',
  'ت12ي3',
  'ا12ا3',
  'ا1ت2ا3',
  'است12ا3',
  'ت1ا23',
  'م1ا23ة',
  '12ا3ة',
  '123ة',
  'ي123',
  'ت123',
  'أ123',
  'ا123',
];
const BEFORE = ['', '', '', 'ال', 'ال', 'وال', 'بال', 'لل', 'و', 'ب', 'ل', 'ف'];
const AFTER = ['', '', '', '', 'ات', 'ين', 'ون', 'ية', 'ي', 'ها', 'هم', 'ه', 'ا', 'ان'];
const FUNCTION_WORDS = [
  'في',
  'من',
  'على',
  'إلى',
  'أن',
  'عن',
  'التي',
  'الذي',
  'مع',
  'هذا',
  'هذه',
  'كان',
  'بعد',
  'قد',
  'لا',
  'ما',
  'بين',
  'كما',
  'قبل',
  'ذلك',
  'خلال',
  'كل',
  'حتى',
  'غير',
  'أو',
];

/** A text without meaning. Its paragraphs are separated by line ends. */
export interface GeneratedArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export function generateArticles(count: number, seed = 1): GeneratedArticle[] {
  const random = seededRandom(seed);
  const draw = zipf(makeForms(random), random);
  const say = (words: number): string => Array.from({ length: words }, draw).join(' ');
  return Array.from({ length: count }, (_, number) => {
    const paragraphs = Array.from(
      { length: WORDS_PER_ARTICLE / WORDS_PER_PARAGRAPH },
      () => `${say(WORDS_PER_PARAGRAPH)}.`,
    );
    return { id: `g${number}`, title: say(WORDS_PER_TITLE), body: paragraphs.join('\n') };
  });
}

/** Makes word forms by falling frequency; function words come first. */
function makeForms(random: Random): string[] {
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const forms = new Set(FUNCTION_WORDS);
  while (forms.size < FORMS) {
    const root = [pick(CONSONANTS), pick(CONSONANTS), pick(CONSONANTS)];
    for (const pattern of PATTERNS) {
      if (random() > 0.4) continue;
      const lemma = pattern.replace(/\d/gu, (digit) => root[Number(digit) - 1] ?? '');
      for (let form = 0; form < 6; form += 1)
        forms.add(join(pick(BEFORE) ?? '', lemma, pick(AFTER) ?? ''));
    }
  }
  const rest = [...forms].slice(FUNCTION_WORDS.length, FORMS);
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [rest[at], rest[other]] = [rest[other] ?? '', rest[at] ?? ''];
  }
  return [...FUNCTION_WORDS, ...rest];
}

/** Joins the parts of a word. Teh marbuta is dropped before an ending. */
function join(before: string, lemma: string, after: string): string {
  return before + (after === '' ? lemma : lemma.replace(/ة$/u, '')) + after;
}

function zipf(forms: readonly string[], random: Random): () => string {
  const sums = new Float64Array(forms.length);
  let sum = 0;
  for (let rank = 0; rank < forms.length; rank += 1) {
    sum += 1 / (rank + 1 + SHIFT) ** EXPONENT;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, forms.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return forms[low] ?? '';
  };
}
