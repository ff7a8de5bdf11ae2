import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from './app-address.ts';

/** What every window is opened with. */
export const HARDENED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** The one permission that is given: copying a passage with its citation. */
const GRANTED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Before ready: no host name is ever resolved, by any process. The circumflex is Chromium's name for "always fails". */
export function hardenCommandLine(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ^NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  // A reader without a network needs no process for it (ADR 6).
  enableFeature(app, 'NetworkServiceInProcess2');
}

/** Beside those that the app was started with: a switch that is set again forgets them. */
function enableFeature(app: App, feature: string): void {
  const given = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch('enable-features', given === '' ? feature : `${given},${feature}`);
}

/** Applies the rules to every session and every page of the app, present and to come. */
export function hardenApp(app: App): void {
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => hardenPage(contents));
}

function hardenSession(session: Session): void {
  // A bare Electron downloads a spelling dictionary by itself.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(GRANTED_PERMISSIONS.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => GRANTED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isOwn(request.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function hardenPage(contents: WebContents): void {
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** The page may load itself again, as after a bug; it goes nowhere else. */
function refuseForeign(event: { readonly url: string; preventDefault(): void }): void {
  if (event.url.split('#')[0] !== `${APP_ORIGIN}/`) event.preventDefault();
}

const isOwn = (url: string): boolean =>
  url.startsWith(`${APP_ORIGIN}/`) ||
  url.startsWith('data:') ||
  url.startsWith('blob:') ||
  url.startsWith('devtools:');
