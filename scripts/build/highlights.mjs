/**
 * Writes `src/renderer/styles/highlights.css` from `tokens.css`. Chromium 114 does not resolve `var()`
 * inside `::highlight()`, so every theme gets literal colours. `--check` only compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { readOptions } from '../dev/options.mjs';

const TOKENS = 'src/renderer/styles/tokens.css';
const TARGET = 'src/renderer/styles/highlights.css';
const THEMES = ['light', 'sepia', 'dark', 'contrast'];
const MEANINGS = { important: 'y', fact: 'g', statement: 'b', question: 'p', followup: 'v' };

const { values } = readOptions('build:highlights', {
  check: { type: 'boolean', default: false, help: 'compares only' },
});
const tokens = await readFile(TOKENS, 'utf8');

function valueOf(theme, token) {
  const body = new RegExp(`\\[data-theme=['"]?${theme}['"]?\\]\\s*\\{([^}]*)\\}`).exec(tokens)?.[1];
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(body ?? '')?.[1];
  if (!value) throw new Error(`${TOKENS}: no --${token} in the theme ${theme}`);
  return value.trim();
}

/**
 * The selector of the elements in which a highlight can be painted: the blocks of an article and, for the words that
 * were found, its headline. With a rule for every element Chromium would style each element eight times more, and every
 * change of a page would be slow.
 */
const painted = (theme, name) =>
  (name.startsWith('find') ? ['[data-block]', '[data-headline]'] : ['[data-block]'])
    .flatMap((part) => [part, `${part} *`])
    .map((part) => `${theme === null ? '' : `[data-theme='${theme}'] `}${part}::highlight(${name})`)
    .join(', ');

const rules = THEMES.flatMap((theme) => [
  ...Object.entries(MEANINGS).map(
    ([meaning, hue]) =>
      `${painted(theme, `hl-${meaning}`)} { background-color: ${valueOf(theme, `hl-${hue}`)}; }`,
  ),
  ...[
    ['find', 'mark'],
    ['find-now', 'mark-now'],
    ['flash', 'mark'],
  ].map(
    ([name, token]) =>
      `${painted(theme, name)} { background-color: ${valueOf(theme, token)}; color: ${valueOf(theme, 'mark-ink')}; }`,
  ),
]);
const inAll = (names) => names.map((name) => painted(null, name)).join(', ');
const forced = `@media (forced-colors: active) {
  ${inAll([...Object.keys(MEANINGS).map((meaning) => `hl-${meaning}`), 'find'])} { background-color: Mark; color: MarkText; }
  ${inAll(['find-now', 'flash'])} { background-color: Highlight; color: HighlightText; }
}`;
const css = await format(
  `/* Generated from tokens.css by scripts/build/highlights.mjs. */\n${rules.join('\n')}\n${forced}\n`,
  { parser: 'css', singleQuote: true, printWidth: 100 },
);

if (!values.check) await writeFile(TARGET, css);
else if ((await readFile(TARGET, 'utf8')) !== css) {
  process.stderr.write(`${TARGET} is not what ${TOKENS} gives: run npm run build:highlights\n`);
  process.exitCode = 1;
}
