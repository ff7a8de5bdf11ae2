import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  closing,
  countSingle,
  countTests,
  readPlaywright,
  readVitest,
} from '../../scripts/dev/report.mjs';

const asItIs = (report) => report;

describe('a step without tests', () => {
  it('passes with exit code 0', () => {
    assert.deepEqual(countSingle(0), { passed: 1, failed: 0 });
  });

  it('fails with any other', () => {
    assert.deepEqual(countSingle(2), { passed: 0, failed: 1 });
  });
});

describe('a step that runs tests', () => {
  it('counts them', () => {
    assert.deepEqual(countTests(1, { passed: 5, failed: 2 }, asItIs), { passed: 5, failed: 2 });
  });

  it('fails without a report', () => {
    assert.deepEqual(countTests(0, null, asItIs), { passed: 0, failed: 1 });
  });

  it('fails when it ran no test', () => {
    assert.deepEqual(countTests(0, { passed: 0, failed: 0 }, asItIs), { passed: 0, failed: 1 });
  });

  it('fails when all tests passed and the command did not', () => {
    assert.deepEqual(countTests(1, { passed: 5, failed: 0 }, asItIs), { passed: 5, failed: 1 });
  });
});

describe('reading reports', () => {
  it('counts a unit test file that could not be loaded', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { name: 'a.test.ts', status: 'failed', assertionResults: [] },
        {
          name: 'b.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'failed', fullName: 'adds' }],
        },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    };

    assert.deepEqual(readVitest(report), {
      passed: 3,
      failed: 2,
      named: ['failed: a.test.ts', 'failed: b.test.ts › adds'],
    });
  });

  it('counts an error outside the end-to-end tests', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };

    assert.deepEqual(readPlaywright({ stats, errors: [{}] }), {
      passed: 5,
      failed: 2,
      skipped: 2,
      named: [],
    });
  });

  it('names the tests that failed, and those that passed only at the second try', () => {
    const spec = (title, status) => ({ file: 'a.spec.ts', line: 7, title, tests: [{ status }] });
    const suites = [
      {
        specs: [spec('good', 'expected'), spec('bad', 'unexpected')],
        suites: [{ specs: [spec('late', 'flaky')] }],
      },
    ];
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 };

    const { passed, failed, named } = readPlaywright({ stats, errors: [], suites });

    assert.deepEqual([passed, failed], [2, 1]);
    assert.deepEqual(named, [
      'failed: a.spec.ts:7 › bad',
      'passed only at the second try: a.spec.ts:7 › late',
    ]);
  });
});

describe('the closing line', () => {
  it('names what was skipped, and does not count it as run', () => {
    const { line, exitCode } = closing([
      { passed: 4, failed: 0, skipped: 2 },
      { passed: 0, failed: 0, skipped: 1 },
    ]);

    assert.equal(line, '4 passed, 0 failed, 3 skipped');
    assert.equal(exitCode, 0);
    assert.equal(closing([{ passed: 0, failed: 0, skipped: 3 }]).exitCode, 1);
  });

  it('adds the steps up', () => {
    const { line } = closing([
      { passed: 1, failed: 0 },
      { passed: 10, failed: 2 },
    ]);

    assert.equal(line, '11 passed, 2 failed');
  });

  it('ends with exit code 0 when nothing failed', () => {
    assert.equal(closing([{ passed: 3, failed: 0 }]).exitCode, 0);
  });

  it('ends with another exit code after a failing report', () => {
    const failing = countTests(0, { passed: 9, failed: 1 }, asItIs);

    assert.equal(closing([{ passed: 1, failed: 0 }, failing]).exitCode, 1);
  });

  it('ends with another exit code when nothing ran', () => {
    assert.deepEqual(closing([]), { line: '0 passed, 0 failed', exitCode: 1 });
  });
});
