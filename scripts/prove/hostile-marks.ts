/**
 * Runs a folder of hostile inputs through import and export, and says what became of each.
 *
 *   npm run hostile:exchange -- FOLDER
 *
 * FOLDER holds `annotations/*.json` (files to import; the article `d1` begins with «هذا نص») and
 * `export/inputs.json` (a list of `{field: "note"|"title", v, fmt: "csv"|"md"|"html"|"name", expect}`).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { Article } from '#shared/domain/article.ts';
import { prepareArticle } from '#main/marks-exchange/exported.ts';
import { suggestFileName } from '#main/marks-exchange/file-name.ts';
import { planImport } from '#main/marks-exchange/plan-import.ts';
import { readImport } from '#main/marks-exchange/read-import.ts';
import { NOW, anArticle, annotationId, mark } from '#main/marks-exchange/testing/marked-article.ts';
import { writeMarks } from '#main/marks-exchange/write-marks.ts';
import { createFinderHere } from '#main/placing/finder.ts';
import { createLibrary } from '#main/library/library.ts';
import { openOn } from '#main/store/testing/in-memory-store.ts';
import { createMemoryDisk } from '#main/disk/testing/memory-disk.ts';
import { readOptions } from '../dev/options.mjs';

const [folder = ''] = readOptions('hostile:exchange', {}, 'FOLDER').positionals;
let failures = 0;
const TEXT = 'هذا نص عربي قصير كُتب للتجربة، وفيه جملة واحدة.';
const d1: Article = anArticle({ id: 'd1' as Article['id'] }, [TEXT]);

for (const name of readdirSync(join(folder, 'annotations')).toSorted())
  say(name, await importFile(join(folder, 'annotations', name)));

const inputSchema = v.object({
  field: v.picklist(['note', 'title']),
  v: v.string(),
  fmt: v.picklist(['csv', 'md', 'html', 'name']),
  expect: v.string(),
});
type Input = v.InferOutput<typeof inputSchema>;
const inputs = join(folder, 'export', 'inputs.json');
for (const input of v.parse(v.array(inputSchema), JSON.parse(readFileSync(inputs, 'utf8')))) {
  const shown = JSON.stringify(input.v.length > 40 ? `${input.v.slice(0, 40)}…` : input.v);
  say(`${input.fmt} ${shown} (${input.expect})`, exportFault(input));
}
process.stdout.write(failures === 0 ? 'all as expected\n' : `${failures} not as expected\n`);
process.exit(failures === 0 ? 0 : 1);

/** `null` or a sentence that begins with "ok" is good. */
function say(what: string, outcome: string | null): void {
  const isGood = outcome === null || outcome.startsWith('ok');
  if (!isGood) failures += 1;
  process.stdout.write(`${isGood ? 'ok  ' : 'FAIL'} ${what}${outcome ? ` — ${outcome}` : ''}\n`);
}

/** Imports, keeps, starts again, and compares; every record must be taken or refused aloud. */
async function importFile(path: string): Promise<string> {
  const read = readImport(readFileSync(path));
  if (!read.ok) return `ok: refused as a whole, ${read.error.code}`;
  const plan = await planImport(read.value, {
    library: createLibrary([d1]),
    finder: createFinderHere(),
    findAnnotation: () => undefined,
    now: NOW,
    isCancelled: () => false,
    clock: () => performance.now(),
  });
  if (!plan) return 'cancelled by nobody';
  const { counts, entries } = plan.report;
  const told = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (told !== read.value.length) return `${read.value.length} records, ${told} accounted for`;
  if ('polluted' in {} || 'isAdmin' in {}) return 'the prototype of all objects was changed';
  const disk = createMemoryDisk();
  const store = openOn(disk);
  const at = NOW.toISOString();
  for (const annotation of plan.annotations) {
    const { articleId } = annotation;
    store.change(articleId, [{ kind: 'put-annotation', articleId, at, annotation }]);
  }
  await store.compact();
  disk.cutPower(0);
  const kept = openOn(disk, 101).read(d1.id).annotations;
  const lines = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).toSorted();
  if (lines(kept).join() !== lines(plan.annotations).join()) return 'not the same after a restart';
  const html = writeMarks('html', [prepareArticle(d1.id, d1, kept)], options());
  if (/<(?:script|img)|onmouseover="/.test(html)) return 'mark-up of a record works';
  const reasons = [...new Set(entries.map(({ reason }) => reason).filter((each) => each !== null))];
  return `ok: ${kept.length} taken, ${counts.refused} refused${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`;
}

function exportFault({ field, v: value, fmt }: Input): string | null {
  if (field === 'title' || fmt === 'name') return nameFault(suggestFileName(value, 'حاشية', 'md'));
  const text = writeOne(fmt, value);
  const plain = writeOne(fmt, 'ملاحظة');
  if (fmt === 'csv') {
    const isFormula = /(?:^|,|\n)"[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(text.slice(1));
    const records = text.split(/"\r\n(?=")/).length;
    return isFormula || records !== plain.split(/"\r\n(?=")/).length ? text : null;
  }
  if (fmt === 'html') return /<(?:script|img|\/?textarea)/.test(text) ? text : null;
  const structure = (markdown: string) =>
    markdown.split('\n').filter((line) => /^(?:#|>|---|<|!\[|- )/.test(line)).length;
  if (/(?<!\\)(?:<script|!\[)/.test(text) || structure(text) !== structure(plain)) return text;
  return typeof parseYaml(text.split('---\n')[1] ?? '') === 'object' ? null : text;
}

function nameFault(name: string): string | null {
  const isSafe =
    !/[\\/:*?"<>|\p{Cc}\p{Cf}]|^[.\s]|[.\s]\.md$/u.test(name) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) &&
    Buffer.byteLength(name) <= 200 &&
    /^.+\.md$/u.test(name);
  return isSafe ? null : name;
}

function writeOne(fmt: 'csv' | 'md' | 'html' | 'name', note: string): string {
  const article = anArticle();
  const marks = prepareArticle(article.id, article, [mark(article, 1, 'المتحدث', { note })]);
  return writeMarks(fmt === 'md' ? 'markdown' : fmt === 'csv' ? 'csv' : 'html', [marks], options());
}

function options() {
  return { onlyNotes: false, citations: true, now: NOW, newId: () => annotationId(9) };
}
