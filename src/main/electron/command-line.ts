/** The documented switches; everything else on the command line is ignored. */
export interface CommandLine {
  /** Start, list, search, print one line of JSON, quit. */
  readonly smoke: boolean;
  /** Where to write a picture of the first window (PNG). */
  readonly screenshot: string | null;
}

/** Reads the arguments of the process. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const prefix = '--screenshot=';
  const screenshot = argv.find((argument) => argument.startsWith(prefix));
  return {
    smoke: argv.includes('--smoke'),
    screenshot: screenshot ? screenshot.slice(prefix.length) : null,
  };
}
