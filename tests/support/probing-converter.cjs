/**
 * The built converter, in its process as the app starts it, and then attempts as a script inside it could make them.
 * Answers what became of each, and whether the system confines the process (Seccomp, on Linux).
 */
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const { parentPort } = process;
const target = process.argv.at(-1);
require(join(__dirname, '../../out/main/import-worker.cjs'));

const ATTEMPTS = {
  'start a program': () => require('child_process').execFileSync('touch', [target]),
  'open a socket': () => require('net').connect(9),
  'write a file': () => require('fs').writeFileSync(target, 'x'),
  'write a file by a promise': () => require('fs').promises.writeFile(target, 'x'),
  'start a thread': () => new (require('worker_threads').Worker)('1', { eval: true }),
  'load native code': () => process.dlopen({ exports: {} }, target),
  'reach a binding': () => process.binding('spawn_sync'),
};

const outcomes = Object.entries(ATTEMPTS).map(([name, attempt]) => {
  try {
    attempt();
    return [name, 'done'];
  } catch (error) {
    return [name, String(error.message)];
  }
});
const seccomp = existsSync('/proc/self/status')
  ? (/^Seccomp:\s*(\d)/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 'unknown')
  : 'not Linux';
parentPort.postMessage({ outcomes, seccomp });
