import { parseArgs } from 'node:util';
import { COMMANDS } from './commands.mjs';

const LINES = Object.assign({}, ...Object.values(COMMANDS));

/**
 * Returns the text of `--help`: how the command is called, its line of help, and a line for each option.
 *
 * @param {string} command  its name in package.json
 * @param {Record<string, { type: string, default?: unknown, help?: string }>} [options]
 * @param {string} [takes]  what follows the options, such as `FOLDER`
 */
export function helpOf(command, options = {}, takes = '') {
  const rows = Object.entries(options).map(([name, { type, default: usual, help = '' }]) => {
    const ifNone = usual === undefined || usual === false ? '' : ` (default: ${String(usual)})`;
    return `  --${name}${type === 'boolean' ? '' : ' VALUE'}`.padEnd(24) + help + ifNone;
  });
  const words = [rows.length > 0 ? '[OPTIONS]' : '', takes].filter((word) => word !== '');
  const usage = `usage: npm run -s ${command}${words.length > 0 ? ` -- ${words.join(' ')}` : ''}`;
  return [usage, '', LINES[command], ...(rows.length > 0 ? ['', ...rows] : []), ''].join('\n');
}

/**
 * Reads the arguments of a command. `--help` prints its help and ends the process with 0. An unknown option, or fewer
 * words than `takes` names, prints it as an error and ends the process with 2.
 *
 * @param {string} command  its name in package.json
 * @param {object} [options]  for `parseArgs`, each with a `help`
 * @param {string} [takes]  what follows the options, such as `FOLDER`; `…` at its end allows more
 */
export function readOptions(command, options, takes = '') {
  const given = process.argv.slice(2);
  const help = helpOf(command, options, takes);
  if (given.includes('--help') || given.includes('-h')) {
    process.stdout.write(help);
    process.exit(0);
  }
  try {
    const read = parseArgs({ options, args: given, allowPositionals: takes !== '' });
    const least = takes.startsWith('[') ? 0 : takes.split(' ').filter(Boolean).length;
    if (read.positionals.length < least) throw new Error(`${takes} is missing`);
    return read;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${help}`);
    process.exit(2);
  }
}
