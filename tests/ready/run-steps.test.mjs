import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runSteps } from '../../scripts/dev/run-steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hashiya-steps-'));
after(() => rmSync(folder, { recursive: true }));

/** Creates a step that ends when the test says so, and logs when it began and ended. */
function aStep(name, isShort, log) {
  const end = withResolvers();
  const count = async (output) => {
    log.push(`${name} begins`);
    if (typeof output === 'number') writeSync(output, `output of ${name}\n`);
    await end.promise;
    log.push(`${name} ends`);
    return { passed: 1, failed: 0 };
  };
  return { name, title: name, isShort, count, end: end.resolve };
}

function withResolvers() {
  let resolve;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const by = (a, b) => a.localeCompare(b);

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the steps of a run', () => {
  it('are run two at a time when they are short, and one by one after that', async () => {
    const log = [];
    const [one, two, long, three] = [
      aStep('one', true, log),
      aStep('two', true, log),
      aStep('long', false, log),
      aStep('three', true, log),
    ];
    const running = runSteps([one, two, long, three], folder, () => undefined);
    await settled();
    assert.deepEqual(log, ['one begins', 'two begins']);
    two.end();
    await settled();
    assert.deepEqual(log.slice(2), ['two ends', 'three begins']);
    one.end();
    three.end();
    await settled();
    assert.equal(log.at(-1), 'long begins');
    long.end();
    const results = await running;
    assert.deepEqual(
      results.map(({ name }) => name),
      ['one', 'two', 'long', 'three'],
    );
  });

  it('print the output of each in one piece, below its title', async () => {
    const printed = [];
    const steps = [aStep('one', true, []), aStep('two', true, [])];
    const running = runSteps(steps, folder, (text) => printed.push(text));
    await settled();
    for (const step of steps.toReversed()) step.end();
    await running;
    assert.deepEqual(printed.toSorted(by), [
      '\n── one ──\noutput of one\n',
      '\n── two ──\noutput of two\n',
    ]);
  });

  it('are counted with the time that each took', async () => {
    const step = { name: 'one', title: 'one', isShort: true };
    const [result] = await runSteps(
      [{ ...step, count: async () => ({ passed: 3, failed: 2, skipped: 1 }) }],
      folder,
      () => undefined,
    );
    const { ms, ...counted } = result;
    assert.deepEqual(counted, { name: 'one', passed: 3, failed: 2, skipped: 1 });
    assert.ok(ms >= 0);
  });
});
