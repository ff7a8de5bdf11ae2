/** The tricks of the window, which are measured on a current Chromium. See `variants.mjs`. */
const CONFIG = 'electron.vite.config.ts';
const PAGE = 'src/renderer/index.html';
const SCRIPT = 'src/renderer/main.tsx';

export const WINDOW = [
  {
    id: 'one-script',
    what: 'one script for the first screen',
    where: CONFIG,
    patches: [
      { file: CONFIG, from: "groups: [{ name: 'first', tags: ['$initial'] }]", to: 'groups: []' },
    ],
  },
  {
    id: 'fonts-asked-for',
    what: 'the page names its fonts, so that they come with the script',
    where: PAGE,
    patches: [
      { file: PAGE, from: '<link\n', to: '<link data-not\n' },
      { file: PAGE, from: 'rel="preload"', to: 'rel="nothing"' },
    ],
  },
  {
    id: 'fonts-awaited',
    what: 'nothing is drawn before the fonts are there',
    where: 'src/renderer/start/load-first-fonts.ts',
    patches: [
      {
        file: SCRIPT,
        from: ', loadFirstFonts()]',
        to: '].concat(void loadFirstFonts() ?? [])',
      },
    ],
  },
  {
    id: 'drawn-once',
    what: 'drawn once, when the answers for the first screen are there',
    where: SCRIPT,
    patches: [
      {
        file: SCRIPT,
        from: '  await firstScreen;\n',
        to: '  void firstScreen;\n',
      },
    ],
  },
  {
    id: 'unhinted-text',
    what: 'texts drawn by geometricPrecision, without hinting',
    where: 'src/renderer/styles/global.css',
    patches: [
      {
        file: 'src/renderer/styles/global.css',
        from: '  text-rendering: geometricprecision;\n',
        to: '',
      },
    ],
  },
  {
    id: 'rest-loaded-later',
    what: 'reader, annotations and dialogs loaded a second after the first screen',
    where: 'src/renderer/start/when-settled.ts',
    patches: [
      {
        file: 'src/renderer/start/when-settled.ts',
        from: '  let handle = 0;\n',
        to: '  run();\n  let handle = 0;\n  if (Date.now() > 0) return () => undefined;\n',
      },
    ],
  },
].map((variant) => ({ engine: 'chromium', ...variant }));
