/** Reads the fuses from a packed program. */
import { getCurrentFuseWire } from '@electron/fuses';

/** The states of a fuse in the wire: the characters 0 and 1. */
const FuseState = { DISABLE: 48, ENABLE: 49 };

const STATES = { 48: 'off', 49: 'on' };

/** Every fuse in the order of the wire, including those that `@electron/fuses` has no name for yet. */
const WANTED = {
  RunAsNode: FuseState.DISABLE,
  EnableCookieEncryption: FuseState.DISABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
  // Electron's default: V8 checks the bounds of WebAssembly by the processor.
  WasmTrapHandlers: FuseState.ENABLE,
};

/** Fuses that old runtimes lack. */
const MAY_BE_MISSING = ['GrantFileProtocolExtraPrivileges', 'WasmTrapHandlers'];

/** @returns `[{ name, isRight, state }]` for every fuse of the program, and for those that it should have */
export async function readFuses(program) {
  return judgeFuses(await getCurrentFuseWire(program));
}

/** @param wire  the state of each fuse by its position; a fuse that WANTED does not name counts as wrong */
export function judgeFuses(wire) {
  const names = Object.keys(WANTED);
  const places = Object.keys(wire).filter((place) => /^\d+$/.test(place));
  const unknown = places
    .filter((place) => Number(place) >= names.length)
    .map((place) => ({ name: `number ${place}`, isRight: false, state: 'unknown to us' }));
  const known = Object.entries(WANTED).map(([name, wanted], place) => {
    const state = wire[place];
    const isMissing = state === undefined && MAY_BE_MISSING.includes(name);
    return {
      name,
      isRight: state === wanted || isMissing,
      state: isMissing ? 'not in this Electron' : (STATES[state] ?? 'missing'),
    };
  });
  return [...known, ...unknown];
}
