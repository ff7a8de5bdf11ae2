/**
 * Shows how far the bundled articles stand from the reports they were written from.
 *
 *   node scripts/dev/compare-sources.mjs FOLDER     FOLDER holds the reports as .txt
 *
 * Prints for each article the longest run of words that it shares with any report.
 * Spelling, tashkeel and punctuation do not hide a run: both sides are folded first.
 * Exits 1 when a run of MAX_RUN_WORDS or more is not made of names only, 2 on wrong use.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A run this long is a copied sentence, unless it is the full name of a body. */
const MAX_RUN_WORDS = 10;
/** Runs longer than this are counted, so that they can be looked at. */
const NOTABLE_RUN_WORDS = 6;
const ARTICLES = new URL('../../resources/articles/', import.meta.url);
const NAME_FIELDS = /^(people|organisations|places|outlet):(.*)$/gm;

const KURDISTAN_WITH_WAW = /\u0643\u0648\u0631\u062f\u0633\u062a\u0627\u0646/g;
const KURDISTAN = '\u0643\u0631\u062f\u0633\u062a\u0627\u0646';

/** `الآسايش،` and `الأسايش` become the same word; so do `المستشفى` and `المستشفي`. */
function fold(text) {
  return text
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '') // tashkeel, tatweel
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627') // alef forms
    .replace(/[\u0649\u0626]/g, '\u064a') // final ya, hamza on ya
    .replace(/\u0624/g, '\u0648') // hamza on waw
    .replace(/\u0621/g, '')
    .replace(/\u0629/g, '\u0647') // ta marbuta
    .replace(KURDISTAN_WITH_WAW, KURDISTAN);
}

const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function readArticle(file) {
  const [, front = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
  const field = (key) => new RegExp(`^${key}: "(.*)"$`, 'm').exec(front)?.[1] ?? '';
  const names = [...front.matchAll(NAME_FIELDS)].flatMap(([, , list]) => wordsOf(list));
  return {
    words: wordsOf(`${field('title')} ${field('standfirst')} ${body}`),
    names: new Set(names),
  };
}

/** Maximal common runs of two word lists, longest first. Cost: length × length. */
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
  if (folder === undefined) {
    console.error('usage: node scripts/dev/compare-sources.mjs FOLDER');
    return 2;
  }
  const textsIn = readdirSync(folder).filter((name) => name.endsWith('.txt'));
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

process.exitCode = main(process.argv[2]);
