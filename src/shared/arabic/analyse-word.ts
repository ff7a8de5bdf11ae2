import {
  ARTICLE_CHAINS,
  BARE_PROCLITICS,
  DUAL,
  ENDINGS,
  FEMININE_PLURAL,
  FEMININE_SINGULAR,
  FUTURE_PROCLITICS,
  IMPERFECT_FIRST_LETTERS,
  MIN_AFTER_ARTICLE,
  MIN_AFTER_BARE,
  MIN_AFTER_FUTURE,
  MIN_BEFORE_DUAL,
  MIN_BEFORE_ENDING,
  MIN_BEFORE_PRONOUN,
  PRONOUNS,
} from './affixes.ts';
import { foldWord } from './fold.ts';
import { ALEF, ARTICLE, LAM, TEH, WAW, YEH } from './letters.ts';
import { variantKeys } from './spelling-variants.ts';
import { spellingKey } from './spelling.ts';
import { endsWhole, keepsArticle, startsWhole } from './whole-words.ts';

/**
 * How certain it is that a base belongs to a word. `bare` means that the letters removed from its start may belong to
 * the word itself; `guess` means the same of letters removed from its end as well (كاميرون is not ك + أمير + ون).
 */
export type Certainty = 'sure' | 'bare' | 'guess';

const CERTAINTIES: readonly Certainty[] = ['guess', 'bare', 'sure'];

/** The forms of a word without its clitics and endings. All keys are spelling keys. */
export interface WordAnalysis {
  readonly folded: string;
  readonly key: string;
  /** Other spellings of the name that the word contains, with the word's own proclitics. */
  readonly variants: ReadonlySet<string>;
  /** The word without its clitics. */
  readonly bases: ReadonlyMap<string, Certainty>;
  /** The word without its clitics and without one regular ending. */
  readonly stripped: ReadonlyMap<string, Certainty>;
}

/** Analyses depend only on the word, and words repeat. The limit keeps memory constant in a long session. */
const MAX_CACHED_WORDS = 5_000;
const cache = new Map<string, WordAnalysis>();

/** Analyses one word, in any spelling; results are cached. */
export function analyseWord(word: string): WordAnalysis {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED_WORDS) cache.clear();
  const analysis = analyse(foldWord(word));
  cache.set(word, analysis);
  return analysis;
}

function analyse(folded: string): WordAnalysis {
  const key = spellingKey(folded);
  const variants = new Set(variantKeys(folded));
  const bases = new Map<string, Certainty>([[key, 'sure']]);
  const stripped = new Map<string, Certainty>([[key, 'sure']]);
  for (const { rest, certainty, proclitic, takesPronoun } of withoutProclitics(folded)) {
    for (const variant of variantKeys(rest)) {
      addSurest(bases, variant, certainty);
      if (certainty === 'sure') variants.add(proclitic + variant);
    }
    for (const base of takesPronoun ? withoutPronouns(rest) : [spellingKey(rest)]) {
      addSurest(bases, base, certainty);
      for (const stem of withoutEndings(base)) {
        // A conjunction may precede any word, so the ending counts as real: ومعلمون is و + معلمون.
        const isGuess = certainty === 'bare' && stem !== base && !isConjunction(proclitic);
        addSurest(stripped, stem, isGuess ? 'guess' : certainty);
      }
    }
  }
  return { folded, key, variants, bases, stripped };
}

function addSurest(to: Map<string, Certainty>, key: string, certainty: Certainty): void {
  const known = to.get(key);
  if (known === undefined || CERTAINTIES.indexOf(certainty) > CERTAINTIES.indexOf(known))
    to.set(key, certainty);
}

const isConjunction = (proclitic: string): boolean => proclitic.startsWith(WAW);

/** One way to separate a word from its proclitics. */
interface Reading {
  readonly rest: string;
  readonly certainty: Certainty;
  readonly proclitic: string;
  /** False after the article, which excludes a pronoun: الحدودي is the adjective, not "my borders". */
  readonly takesPronoun: boolean;
}

/**
 * Returns the possible ways to read the beginning of a word. Letters that look like the article are read as the
 * article, unless they are known to belong to the word, or may begin an eighth verb form (التزام from ل ز م).
 */
function withoutProclitics(folded: string): Reading[] {
  const kept = withItsArticle(folded);
  if (kept !== null) return [kept];
  const found: Reading[] = [];
  const whole: Reading = { rest: folded, certainty: 'sure', proclitic: '', takesPronoun: true };
  // A known whole word has no clitics: كاميرون is not ك + اميرون.
  const isWhole = isWholeAtStart(folded) || endsWhole(spellingKey(folded));
  const chain = ARTICLE_CHAINS.find(
    (each) => folded.startsWith(each) && folded.length - each.length >= MIN_AFTER_ARTICLE,
  );
  if (chain !== undefined) {
    const rest = folded.slice(chain.length);
    found.push({ rest, certainty: 'sure', proclitic: chain, takesPronoun: false });
    // Where three lams would meet, only two are written: للغة is ل + ال + لغة.
    if (chain.endsWith(LAM + LAM)) {
      found.push({ rest: LAM + rest, certainty: 'bare', proclitic: chain, takesPronoun: false });
    }
    if (!isWhole && !folded.startsWith(ARTICLE + TEH)) return found;
  }
  found.push(whole);
  if (isWhole) return found;
  for (const each of BARE_PROCLITICS) {
    if (folded.startsWith(each) && folded.length - each.length >= MIN_AFTER_BARE) {
      const rest = folded.slice(each.length);
      found.push({ rest, certainty: 'bare', proclitic: each, takesPronoun: true });
    }
  }
  for (const each of FUTURE_PROCLITICS) {
    const rest = folded.slice(each.length);
    const isVerb = rest.length >= MIN_AFTER_FUTURE && IMPERFECT_FIRST_LETTERS.has(rest.charAt(0));
    if (!folded.startsWith(each) || !isVerb) continue;
    found.push({ rest, certainty: 'bare', proclitic: each, takesPronoun: true });
  }
  return found;
}

/**
 * Reads a word that keeps its article behind other proclitics: والله is و + الله, and لله is ل + الله without its
 * alef. Returns null for all other words.
 */
function withItsArticle(folded: string): Reading | null {
  for (const chain of [TEH + ARTICLE, ...ARTICLE_CHAINS]) {
    if (!folded.startsWith(chain)) continue;
    const after = folded.slice(chain.length);
    const isTo = chain.endsWith(LAM + LAM);
    // Where three lams would meet, only two are written: لله.
    const rests = [ARTICLE + after, ...(isTo ? [ARTICLE + LAM + after] : [])];
    const rest = rests.find((each) => keepsArticle(spellingKey(each)));
    if (rest === undefined) continue;
    const proclitic = chain.slice(0, -(isTo ? LAM : ARTICLE).length);
    return { rest, certainty: 'sure', proclitic, takesPronoun: false };
  }
  return null;
}

/** True when the first letter is known to belong to the word, whatever ending or pronoun follows. */
function isWholeAtStart(folded: string): boolean {
  return withoutPronouns(folded).some(
    (base) => startsWhole(base) || [...withoutEndings(base)].some(startsWhole),
  );
}

/**
 * Returns the key of the word and the keys that remain without each pronoun that it may end with. Before a pronoun,
 * teh marbuta is written ت and final alef maksura ا: سيارتهم contains سيارة, مستواه contains مستوى. Pronouns are
 * looked for in the folded word and not in its key, where the final ة of طريقة looks like the pronoun ه.
 */
function withoutPronouns(folded: string): string[] {
  const key = spellingKey(folded);
  const found = [key];
  if (endsWhole(key)) return found;
  for (const pronoun of PRONOUNS) {
    if (!folded.endsWith(pronoun) || key.length - pronoun.length < MIN_BEFORE_PRONOUN) continue;
    const rest = key.slice(0, -pronoun.length);
    found.push(rest);
    if (rest.endsWith(TEH)) found.push(rest.slice(0, -1) + FEMININE_SINGULAR);
    if (rest.endsWith(ALEF)) found.push(rest.slice(0, -1) + YEH);
  }
  return found;
}

/** Returns the base and what remains without each regular ending that it may have. */
function withoutEndings(base: string): Set<string> {
  const found = new Set([base]);
  if (endsWhole(base)) return found;
  for (const ending of ENDINGS) {
    const least = ending === DUAL ? MIN_BEFORE_DUAL : MIN_BEFORE_ENDING;
    if (base.endsWith(ending) && base.length - ending.length >= least) {
      found.add(base.slice(0, -ending.length));
    }
  }
  if (base.endsWith(FEMININE_PLURAL) && base.length > MIN_BEFORE_ENDING) {
    found.add(base.slice(0, -FEMININE_PLURAL.length) + FEMININE_SINGULAR);
  }
  return found;
}
