/** Runs the steps of `npm test`: short ones two at a time, then the long ones, which use both cores, one by one. */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many short steps run at the same time; each uses little more than one core. */
const AT_ONCE = 2;

/**
 * Runs all steps. A failure does not stop the rest, so that one run shows everything.
 *
 * @param steps    from `testSteps`, in the order of the table
 * @param folder   receives the output of the short steps, which is printed when its step has ended
 * @param print    writes to the terminal
 * @returns        `{ name, passed, failed, ms }` for each step in the same order, with `skipped` if there were tests
 */
export async function runSteps(steps, folder, print) {
  const results = new Map();
  const measure = async (step, output) => {
    const startMs = performance.now();
    const counted = await step.count(output);
    results.set(step, { name: step.name, ...counted, ms: performance.now() - startMs });
  };
  await runSome(
    steps.filter(({ isShort }) => isShort),
    async (step) => {
      const path = join(folder, `${step.name}.txt`);
      const output = openSync(path, 'w');
      await measure(step, output);
      closeSync(output);
      print(`\n── ${step.title} ──\n${readFileSync(path, 'utf8')}`);
    },
  );
  for (const step of steps.filter(({ isShort }) => !isShort)) {
    print(`\n── ${step.title} ──\n`);
    await measure(step, 'inherit');
  }
  return steps.map((step) => results.get(step));
}

/** Runs all steps, a few at a time. */
async function runSome(steps, carryOut) {
  const waiting = [...steps];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await carryOut(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
