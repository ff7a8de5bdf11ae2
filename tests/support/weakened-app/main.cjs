/**
 * Starts the built app for tests only, with measures of its protection taken away (`HASHIYA_WEAKEN`, names
 * separated by commas), or with pages that it would never serve (`HASHIYA_TEST_PAGES`, a folder): so that the
 * tests can see that they would notice. The app itself has no such switch.
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const electron = require('electron');

const weakened = new Set((process.env['HASHIYA_WEAKEN'] ?? '').split(',').filter(Boolean));
const testPages = process.env['HASHIYA_TEST_PAGES'];
const nothing = () => undefined;

/** Preferences of a window with what must be off switched on, by the measure that is taken away. */
const WEAK_PREFERENCES = {
  preferences: {
    sandbox: false,
    contextIsolation: false,
    nodeIntegration: true,
    nodeIntegrationInSubFrames: true,
    webviewTag: true,
  },
  engine: {
    webSecurity: false,
    experimentalFeatures: true,
    enableBlinkFeatures: 'FontSrcLocalMatching',
  },
};

/** Another `BrowserWindow`, with such preferences: in the window, or (`converter-…`) in the hidden one of the converter. */
class WeakWindow extends electron.BrowserWindow {
  constructor(options) {
    const where = options.show === false && options.webPreferences.session ? 'converter-' : '';
    const weak = Object.assign(
      {},
      ...Object.keys(WEAK_PREFERENCES)
        .filter((name) => weakened.has(`${where}${name}`))
        .map((name) => WEAK_PREFERENCES[name]),
    );
    super({ ...options, webPreferences: { ...options.webPreferences, ...weak } });
  }
}

/** The handler of the app's own address, without its refusals or its policy. */
function weakHandler(handle) {
  return (request, send) => {
    const { pathname, origin } = new URL(request.url.replace(/^app:/, 'http:'));
    const body = readPage(pathname);
    // A test page comes with exactly the headers that the app gives to its own page.
    const asked =
      body === null ? request : { ...request, url: `${origin.replace('http', 'app')}/` };
    handle(asked, (answer) => {
      const headers = { ...answer.headers };
      if (weakened.has('policy')) delete headers['content-security-policy'];
      if (isConverterScript(origin, pathname))
        return send({ ...answer, headers, data: Buffer.concat([GREEDY, answer.data]) });
      if (weakened.has('address') && answer.statusCode !== 200)
        return send({ statusCode: 200, headers, data: Buffer.from('!') });
      send({ ...answer, headers, data: body ?? answer.data });
    });
  };
}

/** Breaks the limits of the converter, whose script this is put before. */
const GREEDY = readFileSync(join(__dirname, 'greedy-converter.js'));

const isConverterScript = (origin, pathname) =>
  weakened.has('converter') && origin === 'http://converter' && pathname.includes('/index-');

/** A test page, or `null` when the address is none of theirs. */
function readPage(pathname) {
  if (!testPages || !pathname.startsWith('/test-page/')) return null;
  const path = join(testPages, pathname.split('/').at(-1));
  return existsSync(path) ? readFileSync(path) : null;
}

const appendSwitch = electron.app.commandLine.appendSwitch.bind(electron.app.commandLine);
electron.app.commandLine.appendSwitch = (name, ...value) => {
  // The rules that let no name be resolved, and no address either.
  if (!(weakened.has('network') && name === 'host-resolver-rules')) appendSwitch(name, ...value);
};

electron.app.on('session-created', (session) => {
  if (weakened.has('permissions')) {
    session.setPermissionRequestHandler = nothing;
    session.setPermissionCheckHandler = nothing;
  }
  if (weakened.has('network')) session.webRequest.onBeforeRequest = nothing;
  const { protocol } = session;
  const register = protocol.registerBufferProtocol.bind(protocol);
  protocol.registerBufferProtocol = (scheme, handler) => register(scheme, weakHandler(handler));
});
electron.app.on('web-contents-created', (_event, contents) => {
  if (!weakened.has('navigation')) return;
  const on = contents.on.bind(contents);
  const dropped = new Set(['will-navigate', 'will-frame-navigate', 'will-redirect']);
  contents.on = (event, listener) => (dropped.has(event) ? contents : on(event, listener));
  contents.setWindowOpenHandler = nothing;
});

const isWeak = (name) => name.replace('converter-', '') in WEAK_PREFERENCES;
const overrides = [...weakened].some(isWeak) ? { BrowserWindow: WeakWindow } : {};
const seen = new Proxy(electron, { get: (target, key) => overrides[key] ?? target[key] });
const load = Module._load;
Module._load = (request, ...rest) => (request === 'electron' ? seen : load(request, ...rest));

require('../../../out/main/index.cjs');
