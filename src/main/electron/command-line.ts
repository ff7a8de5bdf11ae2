import { isAbsolute, resolve } from 'node:path';

/** The documented switches, and files to import; everything else on the command line is ignored. */
export interface CommandLine {
  /** Starts the app, lists and searches the library, prints one line of JSON and quits. */
  readonly smoke: boolean;
  /** The path of a PNG picture of the first window. */
  readonly screenshot: string | null;
  /** Absolute paths of files and folders to import, from "open with" or typed. */
  readonly paths: readonly string[];
}

/**
 * Reads the arguments of a process.
 *
 * @param argv the arguments after the program and, in development, after the app's folder
 * @param folder the folder to which relative paths refer
 */
export function readCommandLine(argv: readonly string[], folder: string): CommandLine {
  const prefix = '--screenshot=';
  const screenshot = argv.find((argument) => argument.startsWith(prefix));
  return {
    smoke: argv.includes('--smoke'),
    screenshot: screenshot ? screenshot.slice(prefix.length) : null,
    // Chromium's switches also begin with a dash and name no file.
    paths: argv
      .filter((argument) => argument !== '' && !argument.startsWith('-') && !isAddress(argument))
      .map((path) => (isAbsolute(path) ? path : resolve(folder, path))),
  };
}

/**
 * True for an address of any scheme, as a link in another program would pass it; the letter of a drive is not a
 * scheme.
 */
const isAddress = (argument: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(argument);
