/**
 * Prints how well words that belong together are joined, beside light10 and stock lunr.ar.
 *
 *   npm run -s conflation -- FOLDER     FOLDER holds conflation.json and pairs.json
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { lunrStem, stockStem } from '#main/search/arabic-stemmer.ts';
import { keysOf } from '#main/search/index-keys.ts';
import { explain } from '#shared/arabic/explain.ts';
import { foldWord } from '#shared/arabic/fold.ts';
import { light10 } from '#shared/arabic/light10.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';
import { round } from './measures.ts';

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined) {
  process.stderr.write('usage: npm run -s conflation -- FOLDER\n');
  process.exit(2);
}
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const { items } = v.parse(
  v.object({ items: v.array(v.object({ form: v.string(), lemma: v.string() })) }),
  read('conflation.json'),
);
const { pairs } = v.parse(
  v.object({ pairs: v.array(v.object({ a: v.string(), b: v.string(), class: v.string() })) }),
  read('pairs.json'),
);

const lemmas = new Map<string, Set<string>>();
for (const { form, lemma } of items) lemmas.set(form, (lemmas.get(form) ?? new Set()).add(lemma));
const forms = [...lemmas.keys()];
const gold = pairsSharing((form) => [...(lemmas.get(form) ?? [])]);

const joined = {
  'index keys (r and l)': pairsSharing((form) => keysOf(foldWord(form))),
  'default dial': pairsExplained(),
  light10: pairsSharing((form) => [light10(foldWord(form))]),
  'stock lunr.ar': pairsSharing((form) => [stockStem(form)]),
};
const conflation = Object.fromEntries(
  Object.entries(joined).map(([name, said]) => [name, score(said)]),
);
const failed = pairs.filter(({ a, b }) => !areJoined(a, b));
process.stdout.write(
  `${JSON.stringify(
    {
      forms: forms.length,
      goldPairs: gold.size,
      conflation,
      mustConflate: {
        pairs: pairs.length,
        joined: pairs.length - failed.length,
        failed: failed.map(({ a, b, class: kind }) => `${a} ${b} (${kind})`),
      },
    },
    null,
    2,
  )}\n`,
);

/** Pairs of form numbers, as one number, that share a key. */
function pairsSharing(keys: (form: string) => readonly string[]): Set<number> {
  const buckets = new Map<string, number[]>();
  for (const [number, form] of forms.entries()) {
    for (const key of new Set(keys(form))) buckets.set(key, [...(buckets.get(key) ?? []), number]);
  }
  const found = new Set<number>();
  for (const numbers of buckets.values()) {
    for (const [index, a] of numbers.entries()) {
      for (const b of numbers.slice(index + 1)) found.add(a * forms.length + b);
    }
  }
  return found;
}

/** Pairs that the default dial shows, whichever of the two is asked for. */
function pairsExplained(): Set<number> {
  const found = new Set<number>();
  for (const [a, form] of forms.entries()) {
    for (let b = a + 1; b < forms.length; b += 1) {
      const other = forms[b] ?? '';
      if (isShown(form, other) || isShown(other, form)) found.add(a * forms.length + b);
    }
  }
  return found;
}

function isShown(query: string, text: string): boolean {
  return explain(query, text) !== null && explain(query, text) !== 'family';
}

function score(said: ReadonlySet<number>): { precision: number; recall: number; f1: number } {
  let right = 0;
  for (const pair of said) if (gold.has(pair)) right += 1;
  const precision = right / Math.max(1, said.size);
  const recall = right / gold.size;
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
  return { precision: round(precision), recall: round(recall), f1: round(f1) };
}

/** A search for the one must find the other: by a shared key or by any layer, word by word. */
function areJoined(a: string, b: string): boolean {
  const [first] = tokenize(a);
  const [second] = tokenize(b);
  if (first === undefined || second === undefined) return false;
  if (explain(first.text, second.text, lunrStem) !== null) return true;
  return keysOf(first.text).some((key) => keysOf(second.text).includes(key));
}
