/**
 * `npm run check:axe`: runs axe on every screen and dialog, in every theme and language. It prints serious and critical
 * findings, and fails when there are any.
 */
import { seriousViolations } from '../support/axe.ts';
import { SCREENS } from '../support/screens.ts';
import { markArticles } from '../material/picture-library.ts';
import { LANGUAGES, SIZES, THEMES } from '../../scripts/pictures/looks.ts';
import { PictureApp } from '../../scripts/pictures/picture-app.ts';
import { hasDisplay, startDisplay } from '../../scripts/dev/display.mjs';
import { readOptions } from '../../scripts/dev/options.mjs';

/** What can be opened above a screen: the screen, and the keys that open it. */
const OPENED = {
  palette: ['library', 'Control+KeyK'],
  help: ['library', 'F1'],
  import: ['library', 'Control+KeyO'],
  print: ['reader', 'Control+KeyP'],
  appearance: ['reader', 'KeyT'],
  find: ['reader', 'Control+KeyF'],
  'selection mode': ['reader', 'KeyV'],
} as const satisfies Readonly<Record<string, readonly [keyof typeof SCREENS, string]>>;

readOptions('check:axe');
const screen = hasDisplay() ? null : await startDisplay();
Object.assign(process.env, screen?.env);
const app = await PictureApp.start();
await markArticles(app);
let looked = 0;
let found = 0;

async function look(where: string): Promise<void> {
  looked += 1;
  for (const [rule, elements] of await seriousViolations(app.page)) {
    found += 1;
    process.stdout.write(`${where}: ${rule}\n  ${elements.join('\n  ')}\n`);
  }
}

for (const language of LANGUAGES)
  for (const [index, theme] of THEMES.entries()) {
    await app.wear({ language, theme, size: SIZES[index % SIZES.length] ?? SIZES[0] });
    const where = (name: string) => `${name}, ${theme}, ${language}`;
    for (const [name, [hash, shows]] of Object.entries(SCREENS)) {
      await app.open(hash, shows);
      await look(where(name));
    }
    for (const [name, [below, keys]] of Object.entries(OPENED)) {
      await app.open(...SCREENS[below]);
      await app.page.keyboard.press(keys);
      // A dialog fades in, and half-transparent letters have too little contrast.
      await app.page.waitForTimeout(400);
      await look(where(name));
    }
  }

await app.quit();
screen?.stop();
process.stdout.write(`axe looked ${looked} times and found ${found} serious faults\n`);
process.exitCode = found === 0 ? 0 : 1;
