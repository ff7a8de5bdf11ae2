/** Reads the fuses back from a packed program. */
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** How a fuse stands in the wire: the characters 0 and 1. */
const FuseState = { DISABLE: 48, ENABLE: 49 };

const STATES = { 48: 'off', 49: 'on' };

const WANTED = {
  RunAsNode: FuseState.DISABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
};

/** What old runtimes do not have. */
const MAY_BE_MISSING = ['GrantFileProtocolExtraPrivileges'];

/** @returns `[{ name, isRight, state }]` for every fuse that must stand in one way */
export async function readFuses(program) {
  const wire = await getCurrentFuseWire(program);
  return Object.entries(WANTED).map(([name, wanted]) => {
    const state = wire[FuseV1Options[name]];
    const isMissing = state === undefined && MAY_BE_MISSING.includes(name);
    return {
      name,
      isRight: state === wanted || isMissing,
      state: isMissing ? 'not in this Electron' : (STATES[state] ?? 'missing'),
    };
  });
}
