/**
 * Runs the main process of the app in plain Node without a window: the real services, wired by `compose`, over the
 * channel of a child process. Its arguments are the data folder, the app's version, the folder of the built app, and the
 * path of `worker-port.cjs`. It runs only as `bundle-host.mjs` has bundled it.
 */
import { runInThisContext } from 'node:vm';
import { compose } from '../../../src/main/compose/compose.ts';
import * as electron from './electron-stand-in.mjs';

const outFolder = process.argv[4];
const parts = compose(electron.app, outFolder, electron.window);
parts.resumeWork();
const call = { sender: electron.webContents, senderFrame: electron.mainFrame };

/** How long after a start the app tidies its store, ms. */
const TIDY_AFTER_MS = 10_000;
setTimeout(() => void parts.tidyStore(), TIDY_AFTER_MS).unref();

const TASKS = {
  /** Answers a call of the window. */
  invoke: ({ channel, input }) => parts.answer(channel, call, [input]),
  /** Answers a call whose answer is sent as JSON. */
  read: async ({ channel, input }) => JSON.stringify(await parts.answer(channel, call, [input])),
  /** Runs a function of a test on Electron's stand-in; its code arrives as text. */
  evaluate: ({ code, argument }) => runInThisContext(`(${code})`)(electron, argument),
  close: () => parts.close(),
};

async function carryOut({ id, kind, ...task }) {
  try {
    process.send({ kind: 'answer', id, value: await TASKS[kind](task) });
  } catch (error) {
    process.send({ kind: 'answer', id, error: String(error?.stack ?? error) });
  }
  if (kind === 'close') process.exit(0);
}

process.on('message', (message) => {
  if (message.kind === 'hidden') electron.fromHiddenPage(message);
  else void carryOut(message);
});
process.on('disconnect', () => process.exit(0));
process.send({ kind: 'ready' });
