/** What was shown, line by line; the command fails when a line does. */
let failures = 0;

/** Prints one line of the proof. */
export function show(isTrue, what, detail = '') {
  if (!isTrue) failures += 1;
  console.log(`${isTrue ? 'ok  ' : 'FAIL'}  ${what}${detail === '' ? '' : `: ${detail}`}`);
}

export function countFailures() {
  return failures;
}
