/** Prepares everything that a checkout needs before the reader can open. What already exists takes almost no time. */
import { ensureElectron } from './electron/electron.mjs';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay, startDisplay } from './display.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/** Installs dependencies, an Electron and its system libraries. */
export async function prepareRuntime(options, timing) {
  await timing.measure('dependencies', ensureDependencies);
  const electron = await timing.measure('electron', () => ensureElectron(options));
  const needsScreen = !hasDisplay();
  await timing.measure('system libraries', () => ensureSystemLibraries(needsScreen));
  return electron;
}

export async function prepareBuild(timing) {
  await timing.measure('build', ensureBuild);
}

/** Returns the real screen if there is one, else starts a virtual one. */
export async function prepareScreen(timing) {
  if (hasDisplay()) return { env: {}, stop: () => {}, isVirtual: false };
  const screen = await timing.measure('screen', startDisplay);
  return { ...screen, isVirtual: true };
}
