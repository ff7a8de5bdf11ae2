/**
 * `npm run test:ready`: runs the tests of these scripts on the machine's own Node. That is the Node that has to handle a
 * fresh checkout, not the newer one inside node_modules.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { rootDir } from './paths.mjs';
import { readOptions } from './options.mjs';

readOptions('test:ready');
const FOLDER = 'tests/ready';

const files = readdirSync(join(rootDir, FOLDER)).filter((name) => name.endsWith('.test.mjs'));
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
const reportPath = process.env.READY_REPORT;
if (reportPath) {
  reporters.push('--test-reporter=./scripts/dev/counting-reporter.mjs');
  reporters.push(`--test-reporter-destination=${reportPath}`);
}

const node = process.env.npm_node_execpath ?? process.execPath;
const paths = files.map((name) => `${FOLDER}/${name}`);
process.exitCode =
  files.length === 0
    ? 1
    : await run(node, ['--test', ...reporters, ...paths], { stdout: 'inherit' });
