/**
 * Writes from `tokens.css` what names each kind of highlight: `highlights.css` of the window, and the style of an
 * exported page. Chromium 114 does not resolve `var()` inside `::highlight()`, so every theme gets literal colours.
 * `--check` only compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'oxfmt';
import { MEANINGS, THEMES as CHOICES } from '#shared/domain/choices.ts';
import { readOptions } from '../dev/options.mjs';

const TOKENS = 'src/renderer/styles/tokens.css';
const WINDOW_STYLE = 'src/renderer/styles/highlights.css';
const EXPORT_STYLE = 'src/main/marks-exchange/highlight-style.ts';
/** The system chooses among these, and has no colours of its own. */
const THEMES = CHOICES.filter((theme) => theme !== 'system');
const SOURCE = 'Generated from tokens.css by scripts/build/highlights.mjs';

const { values } = readOptions('build:highlights', {
  check: { type: 'boolean', default: false, help: 'compares only' },
});
const tokens = await readFile(TOKENS, 'utf8');

function blockOf(selector) {
  const start = tokens.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`${TOKENS}: no ${selector}`);
  return tokens.slice(start, tokens.indexOf('}', start));
}

/** @param theme one of `THEMES`, or `null` for what all themes share */
function valueOf(theme, token) {
  const block = blockOf(theme === null ? ':root' : `[data-theme='${theme}']`);
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(block)?.[1];
  if (!value) throw new Error(`${TOKENS}: no --${token} in ${theme ?? ':root'}`);
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

const painting = THEMES.flatMap((theme) => [
  ...MEANINGS.map((meaning) => {
    const name = `hl-${meaning}`;
    return `${painted(theme, name)} { background-color: ${valueOf(theme, name)}; }`;
  }),
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
  ${inAll([...MEANINGS.map((meaning) => `hl-${meaning}`), 'find'])} { background-color: Mark; color: MarkText; }
  ${inAll(['find-now', 'flash'])} { background-color: Highlight; color: HighlightText; }
}`;
const properties = MEANINGS.map(
  (meaning) => `[data-meaning='${meaning}'] {
  --hs: var(--hs-${meaning}); --hl: var(--hl-${meaning}); --underline: var(--underline-${meaning});
}`,
);
const printed = MEANINGS.map(
  (meaning) => `.paper mark[data-meaning='${meaning}'] {
  border-block-end: ${valueOf(null, `print-underline-${meaning}`)} #000;
  background: ${valueOf('light', `hl-${meaning}`)};
}`,
);

const exported = MEANINGS.map((meaning) => {
  const [back, line] = [valueOf('light', `hl-${meaning}`), valueOf('light', `hs-${meaning}`)];
  const underline = valueOf(null, `underline-${meaning}`);
  return `mark.${meaning} { background: ${back}; border-block-end: ${underline} ${line}; }`;
});
const exportedDark = MEANINGS.map((meaning) => {
  const [back, line] = [valueOf('dark', `hl-${meaning}`), valueOf('dark', `hs-${meaning}`)];
  return `mark.${meaning} { background: ${back}; border-color: ${line}; }`;
});

const written = {
  [WINDOW_STYLE]: `/* ${SOURCE}. */
${painting.join('\n')}
${forced}

/* Each kind has one colour, for strokes (--hs) and for backgrounds (--hl), and one line. */
${properties.join('\n')}

/* On paper the colours are those of the light theme, whatever the theme of the window. */
@media print {
${printed.join('\n')}
}
`,
  [EXPORT_STYLE]: `/** The kinds of highlights in an exported page. ${SOURCE}. */
export const HIGHLIGHTS = \`${exported.join('\n')}\`;

/** The same where the reader's system is dark. */
export const DARK_HIGHLIGHTS = \`${exportedDark.join('\n  ')}\`;
`,
};
const {
  $schema: _,
  ignorePatterns: __,
  ...options
} = JSON.parse(await readFile('.oxfmtrc.json', 'utf8'));
for (const [path, text] of Object.entries(written)) {
  const { code: wanted } = await format(path, text, options);
  if (!values.check) await writeFile(path, wanted);
  else if ((await readFile(path, 'utf8').catch(() => '')) !== wanted) {
    process.stderr.write(`${path} is not what ${TOKENS} gives: run npm run build:highlights\n`);
    process.exitCode = 1;
  }
}
