import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from './app-address.ts';

/** The security preferences of every window. */
export const HARDENED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** The only permission that is granted; copying a passage with its citation needs it. */
const GRANTED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/**
 * Prevents every process from resolving a host name; must be called before the app is ready. `^NOTFOUND` makes
 * Chromium's resolver fail.
 */
export function hardenCommandLine(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ^NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  // An app without a network needs no separate network process (ADR 6).
  enableFeature(app, 'NetworkServiceInProcess2');
}

/** Adds a feature to those that the app was started with, because setting the switch again would replace them. */
function enableFeature(app: App, feature: string): void {
  const given = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch('enable-features', given === '' ? feature : `${given},${feature}`);
}

/** Applies the rules to every present and future session and page of the app. */
export function hardenApp(app: App): void {
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => hardenPage(contents));
}

function hardenSession(session: Session): void {
  // Without this, Electron would download a spelling dictionary.
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

/** The page may reload itself, as after a bug, but may not navigate anywhere else. */
function refuseForeign(event: { readonly url: string; preventDefault(): void }): void {
  if (event.url.split('#')[0] !== `${APP_ORIGIN}/`) event.preventDefault();
}

const isOwn = (url: string): boolean =>
  url.startsWith(`${APP_ORIGIN}/`) ||
  url.startsWith('data:') ||
  url.startsWith('blob:') ||
  url.startsWith('devtools:');
