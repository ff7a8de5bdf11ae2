/** Tells which process of the app tried to connect to what, from the log of strace. */
import { readFileSync, readdirSync } from 'node:fs';

/** How often the processes are listed, ms. They are named by their command line, which exists only while they live. */
const LOOK_MS = 50;

const LINE = /^(\d+)\s+(?:<\.\.\. )?(connect|sendto|sendmsg|sendmmsg)\b/;
const INTERNET = /\b(?:sa_family|sin_family|sin6_family)=(AF_INET6?)\b/g;

/**
 * Counts the calls of every process that was seen or made one.
 *
 * @param trace  the log of `strace -f -o`
 * @param names  from `watchNames`: the name of each thread's process
 * @returns      `[{ name, calls, inet, inet6, examples }]`; `calls` includes local ones
 */
export function readConnections(trace, names) {
  const counts = new Map();
  const countOf = (name) => {
    if (!counts.has(name)) counts.set(name, { name, calls: 0, inet: 0, inet6: 0, examples: [] });
    return counts.get(name);
  };
  for (const name of names.values()) countOf(name);
  for (const line of trace.split('\n')) {
    const thread = LINE.exec(line)?.[1];
    if (!thread) continue;
    const count = countOf(names.get(Number(thread)) ?? 'a process that ended before it was named');
    count.calls += 1;
    const families = [...line.matchAll(INTERNET)].map(([, family]) => family);
    if (families.length === 0) continue;
    if (families.includes('AF_INET')) count.inet += 1;
    if (families.includes('AF_INET6')) count.inet6 += 1;
    if (count.examples.length < 3) count.examples.push(line.slice(0, 200));
  }
  return [...counts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names the threads of all processes below `root` while they live. */
export function watchNames(root) {
  const names = new Map();
  const timer = setInterval(() => look(root, names), LOOK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return names;
    },
  };
}

function look(pid, names) {
  try {
    const name = nameOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      if (name) names.set(Number(thread), name);
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim();
      for (const child of children.split(' ').filter(Boolean)) look(Number(child), names);
    }
  } catch {
    // The process has ended meanwhile.
  }
}

/** Returns `null` for a process that is not of the app, such as strace itself. */
function nameOf(commandLine) {
  const parts = commandLine.split(/[\0 ]/);
  const valueOf = (key) => parts.find((part) => part.startsWith(`${key}=`))?.slice(key.length + 1);
  if (/(?:^|\/)(?:strace|unshare)$/.test(parts[0])) return null;
  // A worker has given itself this name.
  if (parts[0].startsWith('hashiya-')) return parts[0];
  const type = valueOf('--type');
  if (!type)
    return parts[0].split('/').at(-1) === 'chrome_crashpad_handler' ? 'crash handler' : 'main';
  return type === 'utility' ? `utility ${valueOf('--utility-sub-type') ?? ''}`.trim() : type;
}
