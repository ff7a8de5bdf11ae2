/**
 * Writes `src/renderer/styles/highlights.css` from `tokens.css`. Chromium 114 does not resolve `var()`
 * inside `::highlight()`, so every theme gets literal colours. `--check` only compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { MEANINGS, THEMES as CHOICES } from '#shared/domain/choices.ts';
import { readOptions } from '../dev/options.mjs';

const TOKENS = 'src/renderer/styles/tokens.css';
const TARGET = 'src/renderer/styles/highlights.css';
/** The system chooses among these, and has no colours of its own. */
const THEMES = CHOICES.filter((theme) => theme !== 'system');
/** Each meaning has a token and a highlight of this name. */
const NAMES = MEANINGS.map((meaning) => `hl-${meaning}`);

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
  ...NAMES.map((name) => `${painted(theme, name)} { background-color: ${valueOf(theme, name)}; }`),
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
  ${inAll([...NAMES, 'find'])} { background-color: Mark; color: MarkText; }
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
