import { isAbsolute, resolve } from 'node:path';

/** The documented switches, and files to import; everything else on the command line is ignored. */
export interface CommandLine {
  /** Start, list, search, print one line of JSON, quit. */
  readonly smoke: boolean;
  /** Where to write a picture of the first window (PNG). */
  readonly screenshot: string | null;
  /** Absolute paths of files and folders to import: "open with", or typed. */
  readonly paths: readonly string[];
}

/**
 * Reads the arguments of a process.
 *
 * @param argv    without what starts the app: the program, and the app's folder in development
 * @param folder  that relative paths are meant in
 */
export function readCommandLine(argv: readonly string[], folder: string): CommandLine {
  const prefix = '--screenshot=';
  const screenshot = argv.find((argument) => argument.startsWith(prefix));
  return {
    smoke: argv.includes('--smoke'),
    screenshot: screenshot ? screenshot.slice(prefix.length) : null,
    // Switches of Chromium begin with a dash too, and name no file.
    paths: argv
      .filter((argument) => argument !== '' && !argument.startsWith('-') && !isAddress(argument))
      .map((path) => (isAbsolute(path) ? path : resolve(folder, path))),
  };
}

/** An address of any scheme, as a link in another program would hand over; the letter of a drive is none. */
const isAddress = (argument: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(argument);
