/**
 * `npm run hostile:import -- FOLDER`: runs the import cases of a folder of hostile files (`manifest.json` names
 * each file and what must happen) through the app's client, and says of each whether it happened.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeText } from '#main/convert/text/decode.ts';
import { foldWord } from '#shared/arabic/fold.ts';
import { describeImport } from '#shared/i18n/describe-import.ts';
import { createThreadClient } from './thread-client.ts';
import { readOptions } from '../../dev/options.mjs';

const [folder] = readOptions('hostile:import', {}, 'FOLDER').positionals;

/** Pipelines that read a file; folders, the window and the store have tests of their own. */
const PIPELINE = 'import';
const MARKER = /PWNED|root:|polluted/u;
const MAX_MS = 5000;

const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const { names } = JSON.parse(readFileSync(join(folder, 'files/names.json'), 'utf8'));
const reference = decodeText(readFileSync(join(folder, 'files/text/reference.txt'))).text;
const OK_TEXT = /نص عربي قصير|يبقى مقروء|نهاية المقال|الحكومة ستعلن/u;

const textOf = ({ title, blocks }) =>
  [title?.value ?? '', ...blocks.map(({ text }) => text)].join('\n');
const plain = (text) => text.replace(/\s+/gu, ' ').replace(/["«»]/gu, '"').trim();

const imports = (outcome) => outcome.ok && OK_TEXT.test(textOf(outcome.value));
const refuses =
  (...codes) =>
  (outcome) =>
    !outcome.ok && codes.includes(outcome.error.code.replace('import/', ''));
const either =
  (...checks) =>
  (outcome) =>
    checks.some((check) => check(outcome));
const isReference = (outcome) => outcome.ok && plain(textOf(outcome.value)) === plain(reference);
const remarks = (code) => (outcome) =>
  outcome.ok && outcome.value.remarks.some((remark) => remark.code === `import/${code}`);
const all =
  (...checks) =>
  (outcome) =>
    checks.every((check) => check(outcome));
const shows = (pattern) => (outcome) => outcome.ok && pattern.test(textOf(outcome.value));
const hasNo = (pattern) => (outcome) => !outcome.ok || !pattern.test(textOf(outcome.value));
const isEnglish = shows(/Hello article/u);

/** What the manifest says in words, by case; where it allows several outcomes, so does the check. */
const CHECKS = {
  H46: refuses('unsupported'),
  H47: either(imports, refuses('damaged')),
  H48: refuses('empty-file'),
  M03: refuses('damaged'),
  E02: either(all(imports, remarks('entries-left-out')), refuses('damaged')),
  E03: either(imports, refuses('unpacks-too-large')),
  E05: either(imports, refuses('damaged')),
  E06: either(imports, refuses('damaged')),
  E09: refuses('not-epub'),
  E11: refuses('not-epub'),
  E13: refuses('password'),
  E16: either(imports, refuses('no-text', 'not-epub')),
  E17: refuses('damaged', 'not-epub'),
  E22: either(isEnglish, refuses('not-epub', 'damaged', 'no-text')),
  D06: either(remarks('macros-left-out'), refuses('unsupported')),
  D09: refuses('old-word'),
  P01: isEnglish,
  P02: isEnglish,
  P03: isEnglish,
  P05: refuses('damaged', 'no-text'),
  P06: either(isEnglish, refuses('damaged', 'no-text')),
  P09: either(isEnglish, refuses('damaged', 'no-text')),
  P10: refuses('no-text'),
  T00: isReference,
  T01: isReference,
  T02: isReference,
  T03: isReference,
  T07: either(isReference, (outcome) => outcome.ok),
  T08: isReference,
  T09: remarks('characters-lost'),
  T10: all(imports, hasNo(/[\u202A-\u202E\u2066-\u2069]/u)),
  T11: (outcome) =>
    outcome.ok &&
    foldWord(textOf(outcome.value)).includes('الحكومة') &&
    foldWord(textOf(outcome.value)).includes('القرار'),
  T13: refuses('empty-file'),
  T15: either(remarks('controls-left-out'), refuses('not-text')),
  T16: refuses('not-text', 'unsupported'),
  T20: shows(/<img src=x onerror/u),
  T21: (outcome) => outcome.ok,
  K07: (outcome) => imports(outcome) && {}.polluted === undefined,
  N13: refuses('unsupported'),
};

/** Texts that show an attack literally, which is what must happen to them. */
const LITERAL = new Set(['T20', 'H24', 'H35', 'K01', 'K02', 'K04', 'K07']);

let hits = 0;
const beacon = createServer((_request, response) => {
  hits += 1;
  response.end();
});
await new Promise((done) => beacon.listen(new URL(manifest.beacon).port, '127.0.0.1', done));
const writtenBefore = readdirSync(tmpdir()).filter((name) => name.startsWith('sec-'));

const client = createThreadClient();
let failed = 0;
let ran = 0;
for (const { id, file, attacks, pipeline } of manifest.cases) {
  if (pipeline !== PIPELINE) continue;
  const named = names.find((name) => name.id === id);
  const path = join(folder, file);
  if (!named && !existsSync(path)) {
    console.log(`?    ${id} ${file} is not here`);
    continue;
  }
  const bytes = named ? Buffer.from(named.text) : readFileSync(path);
  const before = performance.now();
  const outcome = await client.convert(bytes, named ? named.name : file);
  const ms = performance.now() - before;
  const check = CHECKS[id] ?? imports;
  const isClean = LITERAL.has(id) || !outcome.ok || !MARKER.test(JSON.stringify(outcome.value));
  const passed = check(outcome) && isClean && ms < MAX_MS;
  ran += 1;
  if (!passed) failed += 1;
  const said = outcome.ok
    ? `${outcome.value.format}, ${outcome.value.blocks.length} blocks`
    : `${outcome.error.code}: ${describeImport(outcome.error)}`;
  console.log(
    `${passed ? 'pass' : 'FAIL'} ${id} ${attacks.slice(0, 60)} → ${said} (${ms.toFixed(0)} ms)`,
  );
}
client.stop();
beacon.close();

const written = readdirSync(tmpdir()).filter(
  (name) => name.startsWith('sec-') && !writtenBefore.includes(name),
);
console.log(
  `${ran - failed} passed, ${failed} failed; ${hits} requests, ${written.length} files written outside, ${client.bugs().length} bugs`,
);
for (const bug of client.bugs()) console.log(bug.split('\n').slice(0, 4).join('\n'));
process.exitCode = failed + hits + written.length + client.bugs().length > 0 ? 1 : 0;
