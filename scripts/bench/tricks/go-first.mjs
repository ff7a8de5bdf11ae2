/** Lets what is measured run before everything else on a busy machine. */
import { execFileSync } from 'node:child_process';

/**
 * Gives this process and those that it starts from here on the lowest real-time priority (Linux, as root). Chromium sets
 * the ordinary priority of its processes itself, but leaves this one alone.
 */
export function goFirst() {
  try {
    const args = ['--rr', '--all-tasks', '--pid', '1', String(process.pid)];
    execFileSync('chrt', args, { stdio: 'ignore' });
  } catch {
    // Another system, or an ordinary user: what else runs is then part of the figures.
  }
}
