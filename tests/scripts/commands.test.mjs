import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../scripts/dev/commands.mjs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const FOLDERS = Object.entries(COMMANDS);
const LINES = FOLDERS.flatMap(([folder, lines]) =>
  Object.entries(lines).map(([name, line]) => ({ folder, name, line })),
);
const filesOf = (name) => scripts[name].match(/(?:scripts|tests)\/[\w./-]+\.(?:ts|mjs)/g) ?? [];
/** The commands that only run one of our scripts. `test:chromium` is `test` with a switch. */
const OWN = LINES.filter(({ name }) =>
  /^node (?:-\S+ )*(?:scripts|tests)\/\S+$/.test(scripts[name]),
);

describe('the commands of package.json', () => {
  it('have one line of help each, and each line has a command', () => {
    expect(LINES.map(({ name }) => name).toSorted()).toEqual(Object.keys(scripts).toSorted());
    for (const { line } of LINES) expect(line).toMatch(/^[a-z][^\n]{10,100}[^.]$/);
  });

  it.each(LINES.filter(({ name }) => filesOf(name).length > 0))(
    '$name runs files that exist',
    ({ name }) => {
      for (const file of filesOf(name)) expect(existsSync(file), file).toBe(true);
    },
  );

  it.each(OWN)('$name is in the folder of its help, or is a long test', ({ folder, name }) => {
    const place = folder === 'prove' ? 'tests/' : `scripts/${folder}/`;
    expect(filesOf(name)[0].startsWith(place)).toBe(true);
  });

  it.concurrent.each(OWN)('with --help $name says what it does, and does nothing', async (own) => {
    const { code, out, err } = await call(own.name, '--help');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^usage: npm run -s ${own.name}\\b`));
    expect(out).toContain(`\n${own.line}\n`);
  });
});

/** Runs the script of a command as npm would. */
function call(name, ...args) {
  const [, ...given] = scripts[name].split(' ');
  const child = spawn(process.execPath, [...given, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (data) => (texts.out += data));
  child.stderr.on('data', (data) => (texts.err += data));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
}
