/**
 * `npm run check:sources -- FOLDER`: shows how far the bundled articles differ from the reports that they were written
 * from, which are in FOLDER as `.txt`. It prints for each article the longest run of words that it shares with any
 * report, and ends with 1 when a run of MAX_RUN_WORDS or more consists not only of names.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenize } from '#shared/arabic/tokenize.ts';
import { readOptions } from '../../scripts/dev/options.mjs';

/** A run this long is a copied sentence, unless it is the full name of an organisation. */
const MAX_RUN_WORDS = 10;
/** Runs longer than this are counted, so that they can be checked. */
const NOTABLE_RUN_WORDS = 6;
const ARTICLES = new URL('../../resources/articles/', import.meta.url);
const NAME_FIELDS = /^(people|organisations|places|outlet):(.*)$/gm;

/** Returns the words as the search folds them, so that spelling, vowel signs and punctuation hide nothing. */
const wordsOf = (text) => tokenize(text).map((token) => token.text);

function readArticle(file) {
  const [, front = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
  const field = (key) => new RegExp(`^${key}: "(.*)"$`, 'm').exec(front)?.[1] ?? '';
  const names = [...front.matchAll(NAME_FIELDS)].flatMap(([, , list]) => wordsOf(list));
  return {
    words: wordsOf(`${field('title')} ${field('standfirst')} ${body}`),
    names: new Set(names),
  };
}

/** Returns the maximal common runs of two word lists, longest first. The time is length × length. */
function commonRuns(left, right) {
  const runs = [];
  let above = new Uint16Array(right.length + 1);
  for (let i = 0; i < left.length; i += 1) {
    const row = new Uint16Array(right.length + 1);
    for (let j = 0; j < right.length; j += 1) {
      if (left[i] !== right[j]) continue;
      row[j + 1] = above[j] + 1;
      const goesOn = i + 1 < left.length && left[i + 1] === right[j + 1];
      if (!goesOn) runs.push(left.slice(i - above[j], i + 1));
    }
    above = row;
  }
  return runs.sort((a, b) => b.length - a.length);
}

function compare(article, sources) {
  const all = sources.flatMap((source) => commonRuns(article.words, source));
  const unique = [...new Map(all.map((run) => [run.join(' '), run])).values()];
  const runs = unique.sort((a, b) => b.length - a.length);
  const copied = runs.filter(
    (run) => run.length >= MAX_RUN_WORDS && !run.every((word) => article.names.has(word)),
  );
  return { runs, copied, notable: runs.filter((run) => run.length > NOTABLE_RUN_WORDS) };
}

function main(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const textsIn = names.filter((name) => name.endsWith('.txt'));
  const sources = textsIn.map((name) => wordsOf(readFileSync(join(folder, name), 'utf8')));
  if (sources.length === 0) {
    console.error(`no .txt file in ${folder}`);
    return 2;
  }
  let copiedRuns = 0;
  for (const name of readdirSync(ARTICLES)
    .filter((file) => file.endsWith('.md'))
    .sort()) {
    const { runs, copied, notable } = compare(readArticle(new URL(name, ARTICLES)), sources);
    const longest = runs[0] ?? [];
    console.log(`${name}: longest run ${longest.length}: ${longest.join(' ')}`);
    for (const run of notable) console.log(`  over ${NOTABLE_RUN_WORDS}: ${run.join(' ')}`);
    copiedRuns += copied.length;
  }
  console.log(`sources: ${sources.length}, runs of ${MAX_RUN_WORDS} or more: ${copiedRuns}`);
  return copiedRuns === 0 ? 0 : 1;
}

process.exitCode = main(readOptions('check:sources', {}, 'FOLDER').positionals[0]);
