/** Splits the command line: our own switches, and what the app gets. */
const OWN = new Set(['--timing', '--official']);

/** @returns our switches as booleans; `appArgs` keeps everything that is not ours, in order */
export function parseStartArguments(args) {
  const appArgs = args.filter((arg) => !OWN.has(arg));
  const screenshot = appArgs.find((arg) => arg.startsWith('--screenshot='));
  return {
    timing: args.includes('--timing'),
    official: args.includes('--official'),
    smoke: appArgs.includes('--smoke'),
    screenshotPath: screenshot ? screenshot.slice('--screenshot='.length) : null,
    appArgs,
  };
}

/** `--only=e2e,unit` runs some steps of the test only; `null` means all of them. */
export function parseTestArguments(args) {
  const only = args.find((arg) => arg.startsWith('--only='));
  return {
    official: args.includes('--official'),
    only: only ? only.slice('--only='.length).split(',') : null,
  };
}
