/** Runs the journey of `journey-app` in the built app: alone, under strace, or without any network. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConnections, watchNames } from './connections.mjs';

const APP = fileURLToPath(new URL('journey-app', import.meta.url));

/** Longest journey, ms, because strace makes everything slow. */
const LIMIT_MS = 240_000;

export const STEPS = 'start read search highlight import export settings print'.split(' ');

const ARTICLE = `# مقال قصير

كتب هذا المقال ليُستورد في رحلة الاختبار، وفيه من الكلام ما يكفي ليُقرأ ويُبحث فيه.

والفقرة الثانية منه تقول إن ما يُستورد يبقى على الجهاز ولا يخرج منه شيء.
`;

/**
 * @param options.electron  path of the program
 * @param options.env       added to the environment, for the screen
 * @param options.under     `strace`, `unshare` or nothing
 * @param options.plant     where a request is planted: `main`, `renderer`, `worker`, or nowhere
 * @returns `{ done, failed, code, connections }`: the finished steps, and what each process tried to reach (strace only)
 */
export async function runJourney({ electron, env, under = '', plant = '' }) {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-journey-'));
  const trace = join(folder, 'trace');
  writeFileSync(join(folder, 'article.md'), ARTICLE);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = [
    electron,
    APP,
    `--user-data-dir=${join(folder, 'data')}`,
    '--disable-gpu',
    ...asRoot,
  ];
  const [program, ...args] = [...prefixOf(under, trace), ...app];
  const child = spawn(program, args, {
    env: { ...process.env, ...env, HASHIYA_JOURNEY: folder, HASHIYA_PLANT: plant },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const names = watchNames(child.pid);
  const { code, stdout, stderr } = await endOf(child);
  const report = stdout.split('\n').find((line) => line.startsWith('{"done"'));
  const connections =
    under === 'strace' ? readConnections(readFileSync(trace, 'utf8'), names.stop()) : [];
  names.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    ...(report ? JSON.parse(report) : { done: [], failed: stderr.slice(-2000) }),
    code,
    connections,
  };
}

function prefixOf(under, trace) {
  if (under === 'strace')
    return [
      'strace',
      '-f',
      '-qq',
      '-e',
      'trace=connect,sendto,sendmsg,sendmmsg',
      '-e',
      'signal=none',
      '-o',
      trace,
    ];
  // An ordinary user can create a network namespace only inside a new user namespace.
  if (under === 'unshare') return ['unshare', process.getuid?.() === 0 ? '-n' : '-rn'];
  return [];
}

function endOf(child) {
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    // The signal goes to the process group that was started here, and to nothing else.
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), LIMIT_MS);
    child.once('error', (error) => (stderr += String(error)));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}
