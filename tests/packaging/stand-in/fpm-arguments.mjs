/** Reads the part of fpm's command line that electron-builder uses. */
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const list = { type: 'string', multiple: true, default: [] };
const OPTIONS = {
  force: { type: 'boolean' },
  source: { ...text, short: 's' },
  type: { ...text, short: 't' },
  depends: { ...list, short: 'd' },
  architecture: text,
  'after-install': text,
  'after-remove': text,
  description: text,
  version: text,
  package: text,
  name: text,
  maintainer: text,
  vendor: text,
  url: text,
  category: text,
  license: text,
  iteration: text,
  'deb-priority': text,
  'deb-compression': text,
  'deb-recommends': list,
  'rpm-compression': text,
  'rpm-summary': text,
  'rpm-os': text,
};

/**
 * Reads the arguments of fpm.
 *
 * @returns the options by name; `files` holds `{ from, to }`
 * @throws  on an option that it does not know, because a silent loss would be worse
 */
export function readFpmArguments(args) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (values.source !== 'dir') throw new Error('the fpm shim knows only -s dir');
  if (!['deb', 'rpm'].includes(values.type)) throw new Error('it makes only deb and rpm');
  return {
    ...values,
    output: values.package,
    afterInstall: values['after-install'],
    afterRemove: values['after-remove'],
    recommends: values['deb-recommends'],
    priority: values['deb-priority'],
    compression: values['deb-compression'] ?? values['rpm-compression'],
    summary: values['rpm-summary'],
    os: values['rpm-os'],
    files: positionals.map(readFile),
  };
}

function readFile(arg) {
  const at = arg.lastIndexOf('=');
  if (at < 1) throw new Error(`the fpm shim needs FROM=TO, not ${arg}`);
  return { from: arg.slice(0, at), to: arg.slice(at + 1) };
}
