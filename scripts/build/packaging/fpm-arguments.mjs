/** The part of fpm's command line that electron-builder uses. */

const FLAGS = ['--force'];
const SINGLE = {
  '-s': 'source',
  '-t': 'type',
  '--architecture': 'architecture',
  '--after-install': 'afterInstall',
  '--after-remove': 'afterRemove',
  '--description': 'description',
  '--version': 'version',
  '--package': 'output',
  '--name': 'name',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'url',
  '--category': 'category',
  '--license': 'license',
  '--iteration': 'iteration',
  '--deb-priority': 'priority',
  '--deb-compression': 'compression',
  '--rpm-compression': 'compression',
  '--rpm-summary': 'summary',
  '--rpm-os': 'os',
};
const LISTS = { '-d': 'depends', '--deb-recommends': 'recommends' };

/**
 * Reads fpm's arguments.
 *
 * @returns the options by name; `files` holds `{ from, to }`
 * @throws  on an option that it does not know: a silent loss would be worse
 */
export function readFpmArguments(args) {
  const options = { files: [], depends: [], recommends: [] };
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (FLAGS.includes(arg)) continue;
    if (SINGLE[arg]) options[SINGLE[arg]] = args[(at += 1)];
    else if (LISTS[arg]) options[LISTS[arg]].push(args[(at += 1)]);
    else if (arg.startsWith('-')) throw new Error(`the fpm shim does not know ${arg}`);
    else options.files.push(readFile(arg));
  }
  if (options.source !== 'dir') throw new Error('the fpm shim knows only -s dir');
  if (!['deb', 'rpm'].includes(options.type)) throw new Error(`no packages of ${options.type}`);
  return options;
}

function readFile(arg) {
  const at = arg.lastIndexOf('=');
  if (at < 1) throw new Error(`the fpm shim needs FROM=TO, not ${arg}`);
  return { from: arg.slice(0, at), to: arg.slice(at + 1) };
}
