/**
 * Electron's `resources/app` for a runtime that comes without a default app: `electron DIR` opens the
 * project in DIR, as the default app does. Runs inside Electron 25 (Node 18.15), hence CommonJS.
 */
'use strict';

const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const opened = readArguments(process.argv.slice(1));

try {
  // Playwright names its loader with `-r` when it is not given an executable path.
  // oxlint-disable-next-line no-underscore-dangle -- what Node itself calls for `-r`
  Module._preloadModules(opened.preloads);
  openProject(path.resolve(opened.project));
} catch (error) {
  // An uncaught error in the main process would otherwise leave a process without a window.
  console.error(error);
  app.exit(1);
}

/** The modules to preload, and the first argument that is not a switch. */
function readArguments(args) {
  const preloads = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '-r' || arg === '--require') preloads.push(args[(at += 1)]);
    else if (!arg.startsWith('-')) return { preloads, project: arg };
  }
  return { preloads, project: '.' };
}

/** Gives the app the project's name, version and path, then runs its `main`. */
function openProject(target) {
  if (statSync(target).isFile()) {
    app.setAppPath(path.dirname(target));
    require(target);
    return;
  }
  const { productName, name, version, main } = JSON.parse(
    readFileSync(path.join(target, 'package.json'), 'utf8'),
  );
  if (productName ?? name) app.setName(productName ?? name);
  if (version) app.setVersion(version);
  app.setAppPath(target);
  require(path.join(target, main ?? 'index.js'));
}
