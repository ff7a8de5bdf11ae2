/** Counts what passed and failed. A step that ran nothing, or left no report, has failed. */
import { relative } from 'node:path';

/**
 * Counts a step without tests, such as lint.
 *
 * @param code  the exit code of its command
 */
export function countSingle(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts a step that runs many tests.
 *
 * @param code    the exit code of its command
 * @param report  its JSON report, or `null` when it wrote none
 * @param read    turns the report into `{ passed, failed }`, with `skipped` if tests can be
 */
export function countTests(code, report, read) {
  const counted = report === null ? { passed: 0, failed: 0 } : read(report);
  const { passed, failed } = counted;
  // An exit code without a failed test is an error outside any test; a run without tests is an error too.
  const isBroken = failed === 0 && (code !== 0 || passed === 0);
  return { ...counted, failed: isBroken ? 1 : failed };
}

/** A file that could not be loaded has no tests in the report, but has failed. */
export function readVitest({ numPassedTests, testResults }) {
  const named = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const titles = failed.map(({ fullName }) => ` › ${fullName}`);
    if (status === 'failed' && assertionResults.length === 0) titles.push('');
    return titles.map((title) => `failed: ${relative('', name)}${title}`);
  });
  return { passed: numPassedTests, failed: named.length, named };
}

/**
 * A flaky test has failed once and passed at the second try; it is named like one that failed. Playwright counts errors
 * outside tests separately.
 */
export function readPlaywright({ stats, errors, suites = [] }) {
  const named = [
    ...namesOf(suites, 'unexpected').map((name) => `failed: ${name}`),
    ...namesOf(suites, 'flaky').map((name) => `passed only at the second try: ${name}`),
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    named,
  };
}

/** Returns the file, line and title of each test that ended with a status, also of those in inner suites. */
function namesOf(suites, status) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, line, title }) => `${file}:${line} › ${title}`),
    ...namesOf(suite.suites ?? [], status),
  ]);
}

/** Reads the report of counting-reporter.mjs. */
export function readNodeTest({ passed, failed }) {
  return { passed, failed };
}

/**
 * @param counts  one `{ passed, failed }` for each step, with `skipped` if something was
 * @returns       the closing line and the exit code; a run of nothing is a failure
 */
export function closing(counts) {
  const passed = sum(counts.map((count) => count.passed));
  const failed = sum(counts.map((count) => count.failed));
  const skipped = sum(counts.map((count) => count.skipped ?? 0));
  return {
    line: `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    exitCode: failed > 0 || passed === 0 ? 1 : 0,
  };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
