/** `npm run import:report -- FOLDER`: prints a table of what the import makes of every file in a folder. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '#main/convert/read-document.ts';
import { describeImport } from '#shared/i18n/describe-import.ts';
import { readOptions } from '../options.mjs';

const { values, positionals } = readOptions(
  'import:report',
  { text: { type: 'boolean', default: false, help: 'prints the text, too' } },
  'FOLDER',
);
const [folder] = positionals;

/** Returns pieces of a text that a reader would call sentences, to count how many were kept. */
const sentencesOf = (text) =>
  text
    .split(/\n|(?<=[.؟!])\s+/u)
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
    .filter((sentence) => sentence.split(' ').length >= 4);

const found = (detail) => (detail === null ? '—' : `${detail.value} (${detail.from})`);

for (const name of readdirSync(folder).sort()) {
  const bytes = readFileSync(join(folder, name));
  const outcome = await readDocument(bytes, name);
  console.log(`\n## ${name}`);
  if (!outcome.ok) {
    console.log(`| failed | ${outcome.error.code}: ${describeImport(outcome.error)} |`);
    continue;
  }
  const { title, outlet, author, date, language, direction, blocks, remarks, format } =
    outcome.value;
  const rows = {
    format,
    title: found(title),
    outlet: found(outlet),
    author: found(author),
    date: found(date),
    language: `${language} ${direction}`,
    blocks: blocks.length,
    remarks: remarks.map(describeImport).join(' '),
  };
  for (const [key, value] of Object.entries(rows)) console.log(`| ${key} | ${value} |`);
  if (format === 'text') {
    const kept = `${title?.value ?? ''}\n${blocks.map(({ text }) => text).join('\n')}`;
    const all = sentencesOf(bytes.toString('utf8').normalize('NFC'));
    const lost = all.filter((sentence) => !kept.includes(sentence));
    console.log(`| sentences | ${all.length}, left out ${lost.length} |`);
    for (const sentence of lost) console.log(`| left out | ${sentence} |`);
  }
  if (values.text) for (const { kind, text } of blocks) console.log(`${kind}: ${text}`);
}
