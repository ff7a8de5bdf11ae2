/**
 * The built app, and a reader inside it: starts, reads, searches, highlights with a note, imports, exports, changes a
 * setting, prints and quits. Driven from within, so that no debugger's connection has to be told from the app's own.
 * Prints one line of JSON. The app itself knows nothing of it, and no package holds it.
 *
 * HASHIYA_JOURNEY  a folder with the file to import, where everything is written
 * HASHIYA_PLANT    `main`, `renderer` or `worker`: starts, and a request is planted there, to see that it is noticed
 */
const { existsSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { app, dialog, utilityProcess } = require('electron');

/** Longest that the reader waits for anything, ms. */
const LIMIT_MS = 60_000;
const folder = process.env['HASHIYA_JOURNEY'];
const plant = process.env['HASHIYA_PLANT'] ?? '';

/** Of this machine, where nobody listens; written as a number, so that nothing has to be looked up. */
const NOBODY = { host: '127.0.0.1', port: 9 };

const done = [];
const fileIn = (name) => join(folder, name);
dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [fileIn('article.md')] });
dialog.showSaveDialog = async (_window, { filters }) => ({
  canceled: false,
  filePath: fileIn(`out.${filters[0].extensions[0]}`),
});

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('did-finish-load', () => {
    travel(window.webContents).then(
      () => end({ done }),
      (error) => end({ done, failed: String(error) }),
    );
  });
});

// The measures of the window are taken away for the request that is planted in it.
if (plant === 'renderer') process.env['HASHIYA_WEAKEN'] = 'policy,network';
require(
  plant === 'renderer' ? '../../support/weakened-app/main.cjs' : '../../../out/main/index.cjs',
);

function end(report) {
  process.stdout.write(`${JSON.stringify(report)}\n`);
  app.quit();
}

async function travel(contents) {
  const inPage = (script) => contents.executeJavaScript(`(async () => { ${script} })()`, true);
  const step = async (name, script) => {
    if (!(await inPage(script))) throw new Error(`${name}: no`);
    done.push(name);
  };
  await inPage(TOOLS);
  await step('start', `return until(() => document.querySelector('main a[href^="#/article/"]'));`);
  if (plant !== '') return plantRequest(inPage);
  await step('read', READ);
  await step('search', SEARCH);
  await step('highlight', HIGHLIGHT);
  await step('import', IMPORT);
  await step('export', EXPORT);
  await step('settings', SETTINGS);
  await step(
    'print',
    `return (await ask('print/save-pdf', { articleId: 'guide' })).path !== null;`,
  );
  if (!existsSync(fileIn('out.pdf')) || statSync(fileIn('out.pdf')).size < 1000)
    throw new Error('print: no file');
}

const TOOLS = `
  window.until = async (look) => {
    const limit = Date.now() + ${LIMIT_MS};
    for (;;) {
      const found = await look();
      if (found) return true;
      if (Date.now() > limit) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  window.ask = async (channel, input) => {
    const answer = await window.bridge.invoke(channel, input);
    if (!answer.ok) throw new Error(channel + ': ' + answer.error.code);
    return answer.value;
  };`;

const READ = `
  location.hash = '#/article/guide';
  return until(() => document.querySelectorAll('article p, main [data-block]').length > 3);`;

const SEARCH = `
  location.hash = '#/search?q=' + encodeURIComponent('الحدود');
  return until(() => document.documentElement.dataset.search === 'answered');`;

const HIGHLIGHT = `
  const { blocks } = await ask('library/get', { articleId: 'guide' });
  const start = blocks[0].text.length + 1;
  const span = { start, end: start + 8 };
  await ask('annotations/save', {
    id: crypto.randomUUID(), articleId: 'guide', meaning: 'fact', span, note: 'حاشية', tags: [],
  });
  return (await ask('annotations/list', {})).length === 1;`;

const IMPORT = `
  const listed = async () => (await ask('library/list', { from: 0 })).articles.length;
  const before = await listed();
  await ask('import/choose', { what: 'files' });
  return until(async () => (await listed()) === before + 1);`;

const EXPORT = `
  const written = await ask('exchange/export', {
    format: 'markdown', scope: { kind: 'article', articleId: 'guide' }, onlyNotes: false, citations: true, text: false,
  });
  return written.path !== null && written.annotations === 1;`;

const SETTINGS = `
  location.hash = '#/settings';
  await ask('settings/set', { readingFont: 'amiri' });
  return (await ask('settings/get', {})).readingFont === 'amiri';`;

async function plantRequest(inPage) {
  const { host, port } = NOBODY;
  if (plant === 'main') {
    await new Promise((resolve) => require('node:net').connect(port, host).once('error', resolve));
  } else if (plant === 'worker') {
    const worker = utilityProcess.fork(join(__dirname, 'worker.cjs'), [host, String(port)]);
    await new Promise((resolve) => worker.once('exit', resolve));
  } else {
    await inPage(`await fetch('http://${host}:9999/').catch(() => null); return true;`);
  }
  done.push(`request planted in ${plant}`);
}
