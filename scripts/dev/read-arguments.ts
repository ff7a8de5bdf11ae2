import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/**
 * Reads what a script was called with. `--help` prints the help and ends with 0; an option that is not known prints
 * how to use the script and ends with 2.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  options: Options,
  { usage, help }: { readonly usage: string; readonly help: string },
) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(help);
    process.exit(0);
  }
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    // Thrown for an option that is not known, or has no value: the message says which.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
}
