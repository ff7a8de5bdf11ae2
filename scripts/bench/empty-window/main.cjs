// The smallest Electron app with the options of Hashiya's window: what a start cannot go below.
const { readFile } = require('node:fs/promises');
const { join } = require('node:path');
const { BrowserWindow, app, protocol } = require('electron');

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ^NOTFOUND');
app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));

void app.whenReady().then(async () => {
  protocol.handle(
    'app',
    async () =>
      new Response(await readFile(join(__dirname, 'index.html')), {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      }),
  );
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    backgroundColor: '#fdfcf9',
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  await window.loadURL('app://empty/');
  const firstPaint = await window.webContents.executeJavaScript(`new Promise((resolve) => {
    const look = () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      if (paint) resolve(performance.timeOrigin + paint.startTime);
      else setTimeout(look, 5);
    };
    look();
  })`);
  process.stdout.write(`${JSON.stringify({ firstPaint })}\n`);
  app.quit();
});
