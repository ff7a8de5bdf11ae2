import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { helpOf, readOptions } from '../../scripts/dev/options.mjs';

const OPTIONS = {
  only: { type: 'string', help: 'some steps only' },
  official: { type: 'boolean', default: false, help: 'refuses the old Electron' },
};

/** Returns the options of a command that is called with these arguments. */
function read(...given) {
  const before = process.argv;
  process.argv = [...before.slice(0, 2), ...given];
  try {
    return readOptions('test', OPTIONS).values;
  } finally {
    process.argv = before;
  }
}

describe('the options of a command', () => {
  it('have their defaults when none is given', () => {
    assert.deepEqual({ ...read() }, { official: false });
  });

  it('name the steps to run', () => {
    assert.equal(read('--only=e2e,unit').only, 'e2e,unit');
  });

  it('are in the help, after the line of the command', () => {
    const help = helpOf('test', OPTIONS, 'FILE');

    assert.match(help, /^usage: npm run -s test -- \[OPTIONS\] FILE\n\nruns every check/);
    assert.match(help, /\n {2}--only VALUE +some steps only\n/);
  });
});
