/** `npm start`: prepares a fresh checkout, then opens the reader. It uses nothing but Node (20 or newer). */
import { resolve } from 'node:path';
import { startApp } from './app.mjs';
import { START_OPTIONS, parseStartArguments } from './arguments.mjs';
import { clearPicture, firstWindowPath, waitForPicture } from './first-window.mjs';
import { helpOf } from './options.mjs';
import { prepareBuild, prepareRuntime, prepareScreen } from './prepare.mjs';
import { endWith, say } from './say.mjs';
import { exitOnStop, onStop } from './signals.mjs';
import { createTiming } from './timing.mjs';

/** Longest wait for the picture, ms, because a first start builds the search index before it lists anything. */
const PICTURE_MS = 60_000;

const given = process.argv.slice(2);
if (given.includes('--help')) {
  process.stdout.write(helpOf('start', START_OPTIONS, '[SWITCH AND FILES OF THE APP…]'));
  process.exit(0);
}
const options = parseStartArguments(given);

try {
  process.exitCode = await start();
} catch (error) {
  endWith(error);
}

async function start() {
  const timing = createTiming();
  const ignoreStop = exitOnStop();
  const electron = await prepareRuntime(options, timing);
  await prepareBuild(timing);
  const screen = await prepareScreen(timing);
  if (options.timing) say(timing.line());
  ignoreStop();
  try {
    return await runApp(electron, screen);
  } finally {
    screen.stop();
  }
}

/** @returns the app's exit code; stopping the reader on purpose is no failure, stopping a test is */
async function runApp(electron, screen) {
  const picturePath = pictureWanted(screen);
  if (picturePath) clearPicture(picturePath);
  const app = startApp({ electron, args: appArguments(picturePath), screen });
  let isInterrupted = false;
  // Ctrl-C also reaches the app; asking it again to close does no harm.
  onStop(() => {
    isInterrupted = true;
    app.close();
  });
  const over = new AbortController();
  const picture = picturePath ? announcePicture(picturePath, over.signal) : null;
  const code = await app.ended;
  over.abort();
  await picture;
  if (isInterrupted) return options.smoke ? 130 : 0;
  return code;
}

/** The self-test ends by itself, so no picture is needed. */
function pictureWanted(screen) {
  if (options.screenshotPath) return resolve(options.screenshotPath);
  return screen.isVirtual && !options.smoke ? firstWindowPath : null;
}

function appArguments(picturePath) {
  const rest = options.appArgs.filter((arg) => !arg.startsWith('--screenshot='));
  return picturePath ? [`--screenshot=${picturePath}`, ...rest] : rest;
}

async function announcePicture(path, signal) {
  const isThere = await waitForPicture(path, { timeoutMs: PICTURE_MS, signal });
  if (!isThere) say('the first window was not drawn');
  else process.stdout.write(`first window: ${path}\n`);
  if (!signal.aborted) say('the reader is running; Ctrl-C ends it');
}
