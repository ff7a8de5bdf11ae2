/** What the scripts say themselves goes to stderr: stdout belongs to the app and to the test report. */
export function say(message) {
  process.stderr.write(`hashiya: ${message}\n`);
}

/** A failure the user can do something about: its message is shown alone, without a stack. */
export class SetupError extends Error {}

/** Ends the process with a readable message; only a bug shows its stack. */
export function endWith(error) {
  say(error instanceof SetupError ? error.message : error.stack);
  process.exitCode = 1;
}
