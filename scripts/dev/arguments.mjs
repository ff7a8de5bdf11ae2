/** Splits the command line of `npm start` into our own switches and the app's arguments. */
export const START_OPTIONS = {
  timing: { type: 'boolean', help: 'says how long each step of the set-up took' },
  official: { type: 'boolean', help: 'refuses the old Electron of the registry' },
};
const OWN = Object.keys(START_OPTIONS).map((name) => `--${name}`);

/** @returns our switches as booleans; `appArgs` keeps all other arguments in order */
export function parseStartArguments(args) {
  const appArgs = args.filter((arg) => !OWN.includes(arg));
  const screenshot = appArgs.find((arg) => arg.startsWith('--screenshot='));
  return {
    timing: args.includes('--timing'),
    official: args.includes('--official'),
    smoke: appArgs.includes('--smoke'),
    screenshotPath: screenshot ? screenshot.slice('--screenshot='.length) : null,
    appArgs,
  };
}
